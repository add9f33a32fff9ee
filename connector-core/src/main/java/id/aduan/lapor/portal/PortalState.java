package id.aduan.lapor.portal;

import id.aduan.lapor.complaint.Complaint;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the portal says of a complaint at one moment.
 *
 * @param revision the portal's own version of it, if it gives one: higher is later
 * @param updatedAt when the portal says it last changed; compared only with times of the portal
 * @param whole whether it tells the complaint itself and not only its number, so that nothing has
 *     to be fetched
 */
public record PortalState(
    Complaint complaint, OptionalLong revision, Optional<Instant> updatedAt, boolean whole) {}
