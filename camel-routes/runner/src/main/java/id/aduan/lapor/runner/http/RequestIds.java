package id.aduan.lapor.runner.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Names requests, so that a caller and our log can speak of the same one. Safe for many threads.
 */
public final class RequestIds {
  private final String start;
  private final AtomicLong number = new AtomicLong();

  public RequestIds(RandomGenerator chance) {
    this.start = "rq-%08x-".formatted(chance.nextInt());
  }

  /** Another one. */
  public String next() {
    return start + number.incrementAndGet();
  }
}
