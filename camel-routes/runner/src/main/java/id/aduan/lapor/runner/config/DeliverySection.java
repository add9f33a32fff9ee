package id.aduan.lapor.runner.config;

import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.yaml.YamlMap;
import java.time.Duration;

/**
 * The key {@code delivery}: when to try again (C9). One policy for the portal and every agency,
 * since one engine delivers to all of them; how hard each is pressed is its own {@code
 * concurrency}.
 */
final class DeliverySection {
  private static final Duration MIN = Duration.ofMillis(1);
  private static final Duration MAX = Duration.ofDays(7);
  private static final int ATTEMPTS_MAX = 1000;
  private final YamlMap delivery;

  private DeliverySection(YamlMap delivery) {
    this.delivery = delivery;
  }

  static RetryPolicy read(YamlMap file) {
    return file.optionalMap("delivery")
        .map(delivery -> new DeliverySection(delivery).policy())
        .orElse(RetryPolicy.DEFAULT);
  }

  private RetryPolicy policy() {
    delivery.rejectUnknownKeys(
        "base", "cap", "attemptsMax", "probeFirst", "probeCap", "retryAfterMax", "lookupSettle");
    RetryPolicy usual = RetryPolicy.DEFAULT;
    RetryPolicy policy =
        new RetryPolicy(
            duration("base", usual.base()),
            duration("cap", usual.cap()),
            delivery.optionalInt("attemptsMax", 1, ATTEMPTS_MAX).orElse(usual.attemptsMax()),
            duration("probeFirst", usual.probeFirst()),
            duration("probeCap", usual.probeCap()),
            duration("retryAfterMax", usual.retryAfterMax()),
            duration("lookupSettle", usual.lookupSettle()));
    refuseAbove("base", policy.base(), "cap", policy.cap());
    refuseAbove("probeFirst", policy.probeFirst(), "probeCap", policy.probeCap());
    return policy;
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
