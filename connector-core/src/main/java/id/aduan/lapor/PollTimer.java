package id.aduan.lapor;

import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.Turns;
import id.aduan.lapor.failure.LaporException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Races for each slot of each poll as it comes, and polls where this node wins it (C16). One thread
 * for each poll, so that a far end that hangs holds up no other's (C10).
 */
final class PollTimer {
  private static final Logger LOG = LoggerFactory.getLogger(PollTimer.class);
  private final Turns turns;
  private final Duration every;
  private final ScheduledThreadPoolExecutor scheduler;

  PollTimer(Turns turns, Duration every, int pollsMax) {
    this.turns = turns;
    this.every = every;
    this.scheduler =
        new ScheduledThreadPoolExecutor(
            pollsMax,
            work -> {
              Thread thread = new Thread(work, "lapor-poll");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // what comes after the stop is not begun
    scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Polls at once, unless another node just did, and then at each slot until stopped. */
  void begin(String farEnd, Runnable poll) {
    begin(Schedule.ofPoll(farEnd, every), poll);
  }

  /** The same for other work by a schedule. */
  void begin(Schedule schedule, Runnable work) {
    scheduler.execute(() -> again(schedule, work));
  }

  /** A failure that a poll does not expect must not end the schedule. */
  private void again(Schedule schedule, Runnable poll) {
    Duration pause = schedule.every();
    try {
      turns.run(schedule, poll);
      pause = turns.untilNext(schedule);
    } catch (LaporException e) {
      LOG.warn("{} was left out: {}; the next one tries again", schedule.name(), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error(
          "{} failed with {}; the next one tries again", schedule.name(), e.getClass().getName());
    } finally {
      var unused =
          scheduler.schedule(() -> again(schedule, poll), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Begins no poll any more. */
  void stop() {
    scheduler.shutdown();
  }

  /** Waits a little for the polls that are under way; not at all when interrupted. */
  void close() {
    try {
      if (!scheduler.awaitTermination(2, TimeUnit.SECONDS)) {
        scheduler.shutdownNow();
      }
    } catch (InterruptedException e) {
      scheduler.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
