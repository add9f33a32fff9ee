package id.aduan.lapor.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Ways to press a connector. */
final class Load {
  private static final int IN_FLIGHT_MAX = 2_000;
  private static final long MICROS_MAX = 60_000_000L;

  private Load() {}

  /**
   * What came of it.
   *
   * @param micros of the acknowledged ones, in microseconds
   * @param failed not acknowledged, or not even sent
   */
  record Result(Histogram micros, long acknowledged, long failed, Duration took) {
    double perSecond() {
      return acknowledged / (took.toNanos() / 1e9);
    }
  }

  /**
   * Open model: complaints come when they come (a Poisson process from a seed), whether or not
   * earlier ones are answered. Each time counts from when it was due, so that a stall is seen in
   * all that it delays. Above 2,000 unanswered ones the next is not sent and counts as failed.
   */
  static Result open(Portal portal, double perSecond, Duration during, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Histogram micros = new ConcurrentHistogram(MICROS_MAX, 3);
    LongAdder failed = new LongAdder();
    Semaphore places = new Semaphore(IN_FLIGHT_MAX);
    long begin = System.nanoTime();
    double due = 0;
    while (due < during.toNanos()) {
      due += -Math.log(1 - chance.nextDouble()) * 1e9 / perSecond;
      long at = begin + (long) due;
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (!places.tryAcquire()) {
        failed.increment();
        continue;
      }
      var unused =
          portal
              .push(portal.nextComplaint())
              .thenAccept(
                  kept -> {
                    if (kept) {
                      micros.recordValue(sinceMicros(at));
                    } else {
                      failed.increment();
                    }
                    places.release();
                  });
    }
    places.acquireUninterruptibly(IN_FLIGHT_MAX);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    return new Result(micros, micros.getTotalCount(), failed.sum(), took);
  }

  /** Closed model, for the most that can be acknowledged: each connection sends at once again. */
  static Result closed(Portal portal, int connections, Duration during) {
    Histogram micros = new ConcurrentHistogram(MICROS_MAX, 3);
    LongAdder failed = new LongAdder();
    long begin = System.nanoTime();
    long end = begin + during.toNanos();
    CompletableFuture<?>[] all = new CompletableFuture<?>[connections];
    for (int i = 0; i < connections; i++) {
      all[i] = again(portal, end, micros, failed);
    }
    CompletableFuture.allOf(all).join();
    return new Result(
        micros, micros.getTotalCount(), failed.sum(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private static CompletableFuture<Void> again(
      Portal portal, long end, Histogram micros, LongAdder failed) {
    long begin = System.nanoTime();
    if (begin > end) {
      return CompletableFuture.completedFuture(null);
    }
    return portal
        .push(portal.nextComplaint())
        .thenComposeAsync(
            kept -> {
              if (kept) {
                micros.recordValue(sinceMicros(begin));
              } else {
                failed.increment();
              }
              return again(portal, end, micros, failed);
            });
  }

  /**
   * One complaint after the other: from the webhook's first byte until the agency has opened the
   * ticket.
   */
  static Histogram journeys(Portal portal, AgencyStub agency, int count) {
    Histogram micros = new Histogram(MICROS_MAX, 3);
    for (int i = 0; i < count; i++) {
      String complaint = portal.nextComplaint();
      CompletableFuture<Long> ticket = agency.awaitTicket(complaint);
      long begin = System.nanoTime();
      if (!portal.push(complaint).join()) {
        throw new IllegalStateException("a webhook was not acknowledged");
      }
      micros.recordValue(Math.max(1, (ticket.join() - begin) / 1_000));
    }
    return micros;
  }

  private static long sinceMicros(long nanos) {
    return Math.min(MICROS_MAX, Math.max(1, (System.nanoTime() - nanos) / 1_000));
  }
}
