package id.aduan.lapor.delivery;

import java.time.Duration;

/**
 * When failures of single entries become trouble of their target: so many in a hundred of the calls
 * within the window have failed, and there were enough calls to tell (C10).
 *
 * @param failurePercent 1 to 100
 * @param callsMin fewer calls tell nothing
 * @param window 1 s to 1 h, counted in whole seconds
 */
public record BreakerPolicy(int failurePercent, int callsMin, Duration window) {
  private static final Duration WINDOW_MAX = Duration.ofHours(1);

  public BreakerPolicy {
    if (failurePercent < 1 || failurePercent > 100) {
      throw new IllegalArgumentException("failures are 1 to 100 percent: " + failurePercent);
    }
    if (callsMin < 1) {
      throw new IllegalArgumentException("a breaker needs at least 1 call: " + callsMin);
    }
    if (window.toSeconds() < 1 || window.compareTo(WINDOW_MAX) > 0) {
      throw new IllegalArgumentException("a window is 1 s to 1 h: " + window);
    }
  }
}
