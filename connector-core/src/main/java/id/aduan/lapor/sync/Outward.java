package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.portal.PortalWriter;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What an intake has to know of the ways out.
 *
 * @param portal knows what it would write itself
 * @param updates whether an agency's tickets can be updated, so that later changes are sent
 * @param wake called with the target after a commit that put something into the outbox for it; must
 *     not block
 */
public record Outward(PortalWriter portal, Predicate<AgencyCode> updates, Consumer<String> wake) {}
