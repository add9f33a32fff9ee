package id.aduan.lapor.simulator;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the portal pushes events (Standard Webhooks).
 *
 * @param target where to; null: nothing is ever pushed
 * @param secret {@code whsec_} and base64, or base64 alone
 * @param on whether events that happen now are queued; switchable later
 * @param thin ids only, so that the receiver must fetch the detail (portal-wire 13)
 * @param retryMin wait after the first failure; doubles up to {@code retryMax}
 * @param inFlightMax requests at once, over all complaints; within one complaint it is always one
 */
public record PushSettings(
    @Nullable URI target,
    String secret,
    boolean on,
    boolean thin,
    Duration retryMin,
    Duration retryMax,
    int inFlightMax) {
  /** A secret for tests; not one for anything else. */
  public static final String INVENTED_SECRET = "whsec_c2ltdWxhdG9yLW9ubHktbm90LWEtc2VjcmV0LTAwMDE=";

  /** No target, and so no push. */
  public static final PushSettings NONE =
      new PushSettings(
          null, INVENTED_SECRET, false, false, Duration.ofMillis(200), Duration.ofSeconds(5), 8);

  /** Full events to this target, retries from 200 ms to 5 s, eight requests at once. */
  public static PushSettings to(URI target, String secret) {
    return new PushSettings(
        target, secret, true, false, NONE.retryMin, NONE.retryMax, NONE.inFlightMax);
  }

  public PushSettings withThin(boolean thinEvents) {
    return new PushSettings(target, secret, on, thinEvents, retryMin, retryMax, inFlightMax);
  }

  public PushSettings withOn(boolean pushing) {
    return new PushSettings(target, secret, pushing, thin, retryMin, retryMax, inFlightMax);
  }

  public PushSettings withRetry(Duration min, Duration max) {
    return new PushSettings(target, secret, on, thin, min, max, inFlightMax);
  }

  @Override
  public String toString() {
    return "PushSettings[" + target + (on ? ", on" : ", off") + (thin ? ", thin]" : "]");
  }
}
