package id.aduan.lapor.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells, from the ends of one target's deliveries in this process, when failures of single entries
 * are trouble of the target. What follows then is {@link Pace}'s matter and kept in the store, so a
 * breaker that has opened begins anew at once. Safe for use by many threads.
 */
final class Breakers {
  private final CircuitBreakerConfig config;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  Breakers(BreakerPolicy policy, Clock clock) {
    config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize((int) policy.window().toSeconds())
            .minimumNumberOfCalls(policy.callsMin())
            .failureRateThreshold(policy.failurePercent())
            .clock(clock)
            .build();
  }

  void succeeded(String target) {
    breaker(target).onSuccess(0, TimeUnit.NANOSECONDS);
  }

  /** Whether this failure is one too many; true once for each time that it is. */
  boolean failed(String target) {
    CircuitBreaker breaker = breaker(target);
    synchronized (breaker) {
      breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException("a delivery failed"));
      if (breaker.getState() != State.OPEN) {
        return false;
      }
      breaker.reset();
      return true;
    }
  }

  private CircuitBreaker breaker(String target) {
    return breakers.computeIfAbsent(target, name -> CircuitBreaker.of(name, config));
  }
}
