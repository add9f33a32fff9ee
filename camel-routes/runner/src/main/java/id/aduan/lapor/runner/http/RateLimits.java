package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.config.HttpConfig.Rate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The allowances of all senders together and of each (S22). An unusual number of senders costs no
 * memory: of the {@value #NETWORKS_MAX} that are remembered, the one unheard for longest gives way,
 * and is new when it comes again. Safe for many threads.
 */
final class RateLimits {
  static final int NETWORKS_MAX = 10_000;

  private final Rate rateOfEach;
  private final Allowance all;
  private final Map<Network, Allowance> each =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Network, Allowance> eldest) {
          return size() > NETWORKS_MAX;
        }
      };

  RateLimits(Rate rate, Rate rateOfEach, long nowNanos) {
    this.all = new Allowance(rate, nowNanos);
    this.rateOfEach = rateOfEach;
  }

  /**
   * Takes one request. Its own allowance is asked first, so that a sender without one uses up
   * nothing of the others'.
   *
   * @return 0 if it may pass, or after how many nanoseconds it might
   */
  long take(Network sender, long nowNanos) {
    long wait = allowanceOf(sender, nowNanos).take(nowNanos);
    return wait > 0 ? wait : all.take(nowNanos);
  }

  private Allowance allowanceOf(Network sender, long nowNanos) {
    synchronized (each) {
      return each.computeIfAbsent(sender, it -> new Allowance(rateOfEach, nowNanos));
    }
  }

  int networks() {
    synchronized (each) {
      return each.size();
    }
  }
}
