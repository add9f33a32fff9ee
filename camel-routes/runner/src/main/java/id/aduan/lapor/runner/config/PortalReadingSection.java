package id.aduan.lapor.runner.config;

import id.aduan.lapor.delivery.RateLimit;
import id.aduan.lapor.sync.FollowSettings;
import id.aduan.lapor.sync.NightlyComparison;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The keys {@code rate}, {@code follow} and {@code reconcile} of the portal. */
final class PortalReadingSection {
  static final String OFF = "off";
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final LocalTime USUAL_AT = LocalTime.of(2, 30);
  private static final Duration PAUSE_MIN = Duration.ofSeconds(1);
  private static final Duration PAUSE_MAX = Duration.ofDays(90);
  private static final Duration PER_MIN = Duration.ofSeconds(1);
  private static final Duration PER_MAX = Duration.ofHours(1);
  private static final int CALLS_MAX = 100_000;
  private static final int BATCH_MAX = 1_000;

  private PortalReadingSection() {}

  static PortalReading read(YamlMap portal) {
    return new PortalReading(
        !isOff(portal, "poll"), rate(portal), follow(portal), reconcileAt(portal));
  }

  /** Whether the key says so instead of having keys of its own. */
  static boolean isOff(YamlMap portal, String key) {
    return portal.isScalar(key)
        && portal
            .scalar(key)
            .filter(it -> it.asOneOf(List.of(OFF), "a section, or").isPresent())
            .isPresent();
  }

  private static Optional<RateLimit> rate(YamlMap portal) {
    return portal
        .optionalMap("rate")
        .flatMap(
            rate -> {
              rate.rejectUnknownKeys("calls", "per");
              rate.requireKeys("calls");
              Duration per = rate.optionalDuration("per", PER_MIN, PER_MAX).orElse(PER_MIN);
              return rate.optionalInt("calls", 1, CALLS_MAX).map(it -> new RateLimit(it, per));
            });
  }

  private static Optional<FollowSettings> follow(YamlMap portal) {
    if (portal.isScalar("follow")) {
      return isOff(portal, "follow") ? Optional.of(FollowSettings.OFF) : Optional.empty();
    }
    return portal.optionalMap("follow").map(PortalReadingSection::readFollow);
  }

  private static FollowSettings readFollow(YamlMap follow) {
    follow.rejectUnknownKeys("hot", "quiet", "closedAfter", "absentFor", "batchMax");
    FollowSettings usual = FollowSettings.DEFAULT;
    Duration hot = pause(follow, "hot", usual.hot());
    Duration quiet = pause(follow, "quiet", hot.compareTo(usual.quiet()) > 0 ? hot : usual.quiet());
    if (quiet.compareTo(hot) < 0) {
      follow.problem(
          "'hot' is %s and 'quiet' only %s".formatted(hot, quiet),
          "pauses grow from the one to the other");
      quiet = hot;
    }
    return new FollowSettings(
        true,
        hot,
        quiet,
        pause(follow, "closedAfter", usual.closedAfter()),
        pause(follow, "absentFor", usual.absentFor()),
        follow.optionalInt("batchMax", 1, BATCH_MAX).orElse(usual.batchMax()));
  }

  private static Duration pause(YamlMap follow, String key, Duration usual) {
    return follow.optionalDuration(key, PAUSE_MIN, PAUSE_MAX).orElse(usual);
  }

  private static Optional<NightlyComparison.When> reconcileAt(YamlMap portal) {
    if (portal.isScalar("reconcile")) {
      return isOff(portal, "reconcile") ? Optional.empty() : usually(ZONE);
    }
    Optional<YamlMap> reconcile = portal.optionalMap("reconcile");
    reconcile.ifPresent(it -> it.rejectUnknownKeys("at", "zone"));
    ZoneId zone = reconcile.flatMap(it -> it.optionalZoneId("zone")).orElse(ZONE);
    return reconcile
        .flatMap(it -> it.scalar("at"))
        .flatMap(YamlScalar::asLocalTime)
        .map(at -> new NightlyComparison.When(at, zone))
        .or(() -> usually(zone));
  }

  private static Optional<NightlyComparison.When> usually(ZoneId zone) {
    return Optional.of(new NightlyComparison.When(USUAL_AT, zone));
  }
}
