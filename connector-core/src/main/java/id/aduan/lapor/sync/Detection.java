package id.aduan.lapor.sync;

import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseStart;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clock.State;
import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Measures how soon complaints come here, and alarms where that was later than a rule in minutes
 * allows (SOP-02), or where the portal's time cannot be believed: at most once an hour each, since
 * after an outage every complaint is late. Safe for use by many threads.
 */
public final class Detection {
  /** Tells nobody. */
  public static final Detection UNHEARD = new Detection(work -> {}, told -> {}, alert -> {});

  private static final int UNTOLD_MAX = 10_000;
  private static final Duration QUIET = Duration.ofHours(1);
  private final Consumer<Runnable> worker;
  private final Consumer<Detected> told;
  private final Consumer<Alert> alerts;
  private final Queue<Detected> untold = new ArrayBlockingQueue<>(UNTOLD_MAX);
  private final AtomicBoolean telling = new AtomicBoolean();
  private final Map<Alert.Kind, Instant> last = new EnumMap<>(Alert.Kind.class);

  /**
   * Makes one.
   *
   * @param worker runs the telling on another thread; one at a time
   */
  public Detection(Consumer<Runnable> worker, Consumer<Detected> told, Consumer<Alert> alerts) {
    this.worker = worker;
    this.told = told;
    this.alerts = alerts;
  }

  /** A case is new; what is told of it is told after the commit, by others' threads. */
  void opened(Tx tx, CaseStart start, Instant arrival, CaseClocks clocks) {
    Duration lag = Duration.between(start.at(), arrival);
    Detected detected = new Detected(lag.isNegative() ? Duration.ZERO : lag, start.mark());
    boolean late = clocks.clocks().stream().anyMatch(Detection::isLate);
    tx.afterCommit(
        () -> {
          if (untold.offer(detected) && telling.compareAndSet(false, true)) {
            worker.accept(this::tellAll);
          }
          if (late) {
            alert(
                Alert.Kind.DETECTION_LATE,
                "complaints come here " + lag.toSeconds() + " s after the portal had them",
                arrival);
          }
          start
              .mark()
              .ifPresent(
                  mark ->
                      alert(
                          Alert.Kind.PORTAL_TIME_ODD,
                          "the portal's time of receipt cannot be believed ("
                              + mark
                              + "); clocks start when we had the complaint",
                          arrival));
        });
  }

  /** What finds no room meanwhile is left out of the figures. */
  private void tellAll() {
    do {
      for (Detected next = untold.poll(); next != null; next = untold.poll()) {
        told.accept(next);
      }
      telling.set(false);
    } while (!untold.isEmpty() && telling.compareAndSet(false, true));
  }

  private static boolean isLate(Clock clock) {
    return clock.limit().unit() == Unit.MINUTE && clock.state() == State.MISSED;
  }

  private void alert(Alert.Kind kind, String text, Instant now) {
    synchronized (last) {
      Instant before = last.get(kind);
      if (before != null && Duration.between(before, now).abs().compareTo(QUIET) < 0) {
        return;
      }
      last.put(kind, now);
    }
    alerts.accept(new Alert(kind, Targets.PORTAL, text));
  }
}
