package id.aduan.lapor.simulator.push;

import id.aduan.lapor.simulator.PushSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that must reach the receiver: in order within a complaint, side by side over complaints,
 * tried again until a 2xx for as long as the simulator lives. Safe for threads.
 *
 * <p>Bounds: {@value #EVENTS_MAX} waiting events (more are dropped, with a warning), the settings'
 * number of requests at once, the settings' waits between tries.
 */
final class WebhookQueue {
  static final int EVENTS_MAX = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(WebhookQueue.class);

  private final PushSettings settings;
  private final Function<PushEvent, CompletableFuture<Integer>> sender;
  private final DeliveryWatcher watcher;
  private final ScheduledExecutorService timer;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Queue<Lane> ready = new ArrayDeque<>();
  private boolean open;
  private int inFlight;
  private int size;

  /** Told of every try: the event, and its HTTP status or null when there was none. */
  interface DeliveryWatcher {
    void tried(PushEvent event, @Nullable Integer status);
  }

  WebhookQueue(
      PushSettings settings,
      Function<PushEvent, CompletableFuture<Integer>> sender,
      DeliveryWatcher watcher,
      ScheduledExecutorService timer) {
    this.settings = settings;
    this.sender = sender;
    this.watcher = watcher;
    this.timer = timer;
    this.open = settings.on();
  }

  synchronized void add(PushEvent event) {
    if (size >= EVENTS_MAX) {
      LOG.warn("{} events wait; an event of complaint {} is dropped", size, event.complaintId());
      return;
    }
    size++;
    Lane lane = lanes.computeIfAbsent(event.lane(), id -> new Lane());
    lane.waiting.add(event);
    wake(lane);
  }

  /** Closed, it keeps what it has and sends nothing. */
  synchronized void open(boolean wanted) {
    open = wanted;
    pump();
  }

  /** Events that have not got a 2xx yet. */
  synchronized int size() {
    return size;
  }

  private void wake(Lane lane) {
    if (!lane.busy) {
      lane.busy = true;
      ready.add(lane);
      pump();
    }
  }

  private void pump() {
    while (open && inFlight < settings.inFlightMax() && !ready.isEmpty()) {
      send(ready.remove());
    }
  }

  private void send(Lane lane) {
    inFlight++;
    PushEvent event = lane.waiting.element();
    var unused = sender.apply(event).whenComplete((status, failure) -> tried(lane, event, status));
  }

  private void tried(Lane lane, PushEvent event, @Nullable Integer status) {
    synchronized (this) {
      inFlight--;
      if (status != null && status / 100 == 2) {
        delivered(lane, event);
      } else {
        LOG.debug("event {} of {}: {}", event.id(), event.complaintId(), status);
        later(lane);
      }
      pump();
    }
    watcher.tried(event, status);
  }

  private void delivered(Lane lane, PushEvent event) {
    size--;
    lane.failures = 0;
    lane.busy = false;
    lane.waiting.remove();
    if (lane.waiting.isEmpty()) {
      lanes.remove(event.lane());
    } else {
      wake(lane);
    }
  }

  private void later(Lane lane) {
    Duration wait = wait(settings, lane.failures++);
    try {
      var unused = timer.schedule(() -> again(lane), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("closed while {} events waited", size);
    }
  }

  private synchronized void again(Lane lane) {
    ready.add(lane);
    pump();
  }

  /** Doubles from the first wait to the last. */
  static Duration wait(PushSettings settings, int failuresBefore) {
    Duration doubled = settings.retryMin().multipliedBy(1L << Math.min(failuresBefore, 20));
    return doubled.compareTo(settings.retryMax()) > 0 ? settings.retryMax() : doubled;
  }
}
