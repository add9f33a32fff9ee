package id.aduan.lapor.runner.config;

import id.aduan.lapor.delivery.RateLimit;
import id.aduan.lapor.sync.FollowSettings;
import id.aduan.lapor.sync.NightlyComparison;
import java.util.Optional;

/**
 * How the portal is read beside its webhook.
 *
 * @param polled whether its list is read at all
 * @param rate how many reading calls may begin, lists, details and follow-ups together; empty for
 *     no limit
 * @param follow how known complaints are read again; empty for the default
 * @param reconcileAt when both sides are compared each day; empty for never
 */
public record PortalReading(
    boolean polled,
    Optional<RateLimit> rate,
    Optional<FollowSettings> follow,
    Optional<NightlyComparison.When> reconcileAt) {}
