package id.aduan.lapor.bintan.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Kills the connector (kill -9), each time at random while it has work under way (F1). What it had
 * under way is read from the store after its end: a kill that found nothing open does not count.
 */
final class Killer {
  private static final Duration AFTER_START_MAX = Duration.ofMillis(1500);
  private static final Duration INTO_WORK_MAX = Duration.ofMillis(12);
  private static final Duration WORK_MAX = Duration.ofSeconds(10);

  /** Of a complaint that is filed for a kill, work may be over before the kill: then another. */
  private static final int COMPLAINTS_PER_KILL = 2;

  private static final int IDLE_KILLS_MAX = 20;

  private final Citizens citizens;
  private final StoreView store;
  private final Keeper connector;
  private final Timeline timeline;

  Killer(Citizens citizens, StoreView store, Keeper connector, Timeline timeline) {
    this.citizens = citizens;
    this.store = store;
    this.connector = connector;
    this.timeline = timeline;
  }

  /**
   * Kills it so often and starts it again each time.
   *
   * @param seed of the moments
   * @throws IOException when there was not enough work for so many kills, or it does not start
   */
  void kill(int times, long seed) throws IOException, InterruptedException {
    if (times > 0) {
      timeline.note("kill -9 " + times + " kali, seed " + seed);
    }
    SplittableRandom chance = new SplittableRandom(seed);
    int idle = 0;
    for (int done = 0; done < times; ) {
      citizens.keep(COMPLAINTS_PER_KILL * (times - done));
      awaitWork(chance);
      long pid = connector.pid();
      connector.kill();
      long open = store.unsettled();
      if (open > 0) {
        done++;
        timeline.note("kill -9 nomor " + done + ", proses " + pid + ", antrean terbuka " + open);
      } else if (++idle > IDLE_KILLS_MAX) {
        throw new IOException("the connector had nothing under way in " + idle + " kills");
      }
      connector.startAgain();
      timeline.note("hidup kembali, proses " + connector.pid());
    }
    citizens.keep(0);
  }

  /** Waits for a random moment, for work from then on, and for a random moment of that work. */
  private void awaitWork(SplittableRandom chance) throws IOException, InterruptedException {
    CountDownLatch moment = new CountDownLatch(1);
    long start = chance.nextLong(AFTER_START_MAX.toNanos());
    long into = chance.nextLong(INTO_WORK_MAX.toNanos());
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try {
      var filing = watch.schedule(this::fileIfIdle, start, TimeUnit.NANOSECONDS);
      var looking =
          watch.scheduleWithFixedDelay(
              () -> {
                if (store.unsettled() > 0) {
                  moment.countDown();
                }
              },
              start,
              TimeUnit.MILLISECONDS.toNanos(1),
              TimeUnit.NANOSECONDS);
      if (!moment.await(start + WORK_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the connector had nothing under way for " + WORK_MAX);
      }
      looking.cancel(false);
      filing.cancel(false);
      CountDownLatch inside = new CountDownLatch(1);
      var unused = watch.schedule(inside::countDown, into, TimeUnit.NANOSECONDS);
      inside.await();
    } finally {
      watch.shutdownNow();
    }
  }

  private void fileIfIdle() {
    if (store.unsettled() == 0) {
      citizens.fileKept();
    }
  }
}
