package id.aduan.lapor.runner.config;

import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key {@code delivery}: when to try again (C9). One policy for the portal and every agency,
 * since one engine delivers to all of them; how hard each is pressed is its own {@code concurrency}
 * and {@code rate}.
 */
final class DeliverySection {
  private static final Duration MIN = Duration.ofMillis(1);
  private static final Duration MAX = Duration.ofDays(7);
  private static final int ATTEMPTS_MAX = 1000;
  private static final int PERCENT_MAX = 100;
  private static final int PER_MINUTE_MAX = 60_000;
  private static final int CALLS_MAX = 10_000;
  private static final Duration WINDOW_MIN = Duration.ofSeconds(1);
  private static final Duration WINDOW_MAX = Duration.ofHours(1);
  private final YamlMap delivery;

  private DeliverySection(YamlMap delivery) {
    this.delivery = delivery;
  }

  /**
   * Reads the section. A look-up that comes while a far end may still be storing proves nothing
   * (C7): the usual wait is never shorter than a call, and a written one that is gets a notice.
   *
   * @param callMax how long a call to each far end may take; never empty
   */
  static RetryPolicy read(YamlMap file, Map<String, Duration> callMax, List<Problem> notices) {
    Map.Entry<String, Duration> longest =
        Collections.max(callMax.entrySet(), Map.Entry.comparingByValue());
    Duration usual = RetryPolicy.DEFAULT.lookupSettle();
    Duration settle = longest.getValue().compareTo(usual) > 0 ? longest.getValue() : usual;
    Optional<YamlMap> delivery = file.optionalMap("delivery");
    delivery
        .flatMap(map -> map.scalar("lookupSettle"))
        .flatMap(written -> tooShort(written, longest.getKey(), longest.getValue()))
        .ifPresent(notices::add);
    return delivery
        .map(map -> new DeliverySection(map).policy(settle))
        .orElse(RetryPolicy.DEFAULT.withLookupSettle(settle));
  }

  private static Optional<Problem> tooShort(YamlScalar settle, String whose, Duration call) {
    return settle
        .asDuration(MIN, MAX)
        .filter(written -> written.compareTo(call) < 0)
        .map(
            written ->
                settle.note(
                    "a look-up after %s may find nothing while %s still stores: a call may take %s"
                        .formatted(written, whose, call),
                    "write the time of the longest call, or more"));
  }

  private RetryPolicy policy(Duration settle) {
    delivery.rejectUnknownKeys(
        "base",
        "cap",
        "attemptsMax",
        "probeFirst",
        "probeCap",
        "retryAfterMax",
        "lookupSettle",
        "alertAfter",
        "retryBudget",
        "breaker");
    RetryPolicy usual = RetryPolicy.DEFAULT;
    RetryPolicy policy =
        new RetryPolicy(
            duration("base", usual.base()),
            duration("cap", usual.cap()),
            delivery.optionalInt("attemptsMax", 1, ATTEMPTS_MAX).orElse(usual.attemptsMax()),
            duration("probeFirst", usual.probeFirst()),
            duration("probeCap", usual.probeCap()),
            duration("retryAfterMax", usual.retryAfterMax()),
            duration("lookupSettle", settle),
            new RetryPolicy.Limits(
                duration("alertAfter", usual.limits().alertAfter()),
                budget(usual.limits().budget()),
                breaker(usual.limits().breaker())));
    refuseAbove("base", policy.base(), "cap", policy.cap());
    refuseAbove("probeFirst", policy.probeFirst(), "probeCap", policy.probeCap());
    return policy;
  }

  private RetryBudget budget(RetryBudget usual) {
    Optional<YamlMap> written = delivery.optionalMap("retryBudget");
    written.ifPresent(map -> map.rejectUnknownKeys("percent", "perMinute"));
    return new RetryBudget(
        number(written, "percent", 0, usual.percentOfFirst(), PERCENT_MAX),
        number(written, "perMinute", 1, usual.perMinute(), PER_MINUTE_MAX));
  }

  private BreakerPolicy breaker(BreakerPolicy usual) {
    Optional<YamlMap> written = delivery.optionalMap("breaker");
    written.ifPresent(map -> map.rejectUnknownKeys("percent", "calls", "window"));
    return new BreakerPolicy(
        number(written, "percent", 1, usual.failurePercent(), PERCENT_MAX),
        number(written, "calls", 1, usual.callsMin(), CALLS_MAX),
        written
            .flatMap(map -> map.optionalDuration("window", WINDOW_MIN, WINDOW_MAX))
            .orElse(usual.window()));
  }

  private static int number(Optional<YamlMap> map, String key, int min, int usual, int max) {
    return map.flatMap(it -> it.optionalInt(key, min, max)).orElse(usual);
  }

  private Duration duration(String key, Duration usual) {
    return delivery.optionalDuration(key, MIN, MAX).orElse(usual);
  }

  private void refuseAbove(String first, Duration delay, String last, Duration limit) {
    if (delay.compareTo(limit) > 0) {
      delivery.problem(
          "'%s' is %s and '%s' only %s".formatted(first, delay, last, limit),
          "delays grow from the one to the other");
    }
  }
}
