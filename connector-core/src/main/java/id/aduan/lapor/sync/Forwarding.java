package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.Optional;

/**
 * A complaint that is to be with another institution on the portal, as the outbox keeps it. Giving
 * back and passing on are the same there (portal-wire 2.6).
 *
 * @param institution the portal's number of whose it is to be
 * @param from the portal's number of whose it was when it was asked for; empty if it was not told
 * @param explanation what stands beside it on the portal
 * @param agency who has it here all the same; empty where nobody here has it any more
 */
record Forwarding(
    String institution, Optional<String> from, String explanation, Optional<AgencyCode> agency) {}
