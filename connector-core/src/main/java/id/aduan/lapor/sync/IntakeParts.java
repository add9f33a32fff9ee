package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.portal.PortalWriter;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the intake of complaints works with beside the store.
 *
 * @param updates whether an agency's tickets can be updated, so that later changes are sent
 * @param wake called with the target after a commit that put something into the outbox for it; must
 *     not block
 * @param files takes note of the files that the portal names
 */
public record IntakeParts(
    PortalWriter portal,
    Mappings mappings,
    Timekeeper timekeeper,
    CaseNotices notices,
    Predicate<AgencyCode> updates,
    Unfamiliar unfamiliar,
    Consumer<String> wake,
    ComplaintFiles files) {}
