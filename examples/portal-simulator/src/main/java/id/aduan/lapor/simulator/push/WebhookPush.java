package id.aduan.lapor.simulator.push;

import id.aduan.lapor.simulator.PortalEvent;
import id.aduan.lapor.simulator.PortalEvent.Kind;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PushSettings;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.state.Change;
import id.aduan.lapor.simulator.wire.ComplaintData;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pushes every change as a signed webhook while it is switched on. Safe for threads. */
public final class WebhookPush implements AutoCloseable {
  private final EventWriter writer;
  private final @Nullable WebhookQueue queue;
  private final PushTrouble trouble;
  private final Faults faults;
  private final ScheduledExecutorService timer;
  private final InstantSource clock;
  private final Consumer<PortalEvent> timeline;
  private volatile boolean on;

  /**
   * @param timeline told of every try, on the thread that made it
   */
  public WebhookPush(
      PortalSettings settings, ComplaintData data, Faults faults, Consumer<PortalEvent> timeline) {
    PushSettings push = settings.push();
    this.writer = new EventWriter(data, push.thin(), settings.chance());
    this.clock = settings.clock();
    this.timeline = timeline;
    this.on = push.on();
    this.timer = Executors.newSingleThreadScheduledExecutor(WebhookPush::daemon);
    this.faults = faults;
    this.queue = push.target() == null ? null : queue(push, push.target());
    this.trouble = new PushTrouble(faults, this::add);
  }

  private WebhookQueue queue(PushSettings push, URI target) {
    var client = new WebhookClient(target, push.secret(), this::signedAt);
    return new WebhookQueue(push, client::send, this::tried, timer);
  }

  /** The time that the portal signs with, by its clock. */
  private Instant signedAt() {
    return faults.time(clock.instant(), Place.PUSH);
  }

  /** Queues the change, if on and if there is a target. Nothing tells that a complaint is gone. */
  public void push(Change change) {
    if (on && queue != null && change.kind() != Kind.COMPLAINT_REMOVED) {
      trouble.take(writer.write(change), EventWriter.type(change.kind()));
    }
  }

  /** Sends the newest events once more, oldest first, under their ids; returns how many. */
  public int replay(int count) {
    return trouble.replay(count);
  }

  /** Pushes a message about a complaint, whether the portal has it or not. */
  public void pushStrange(String complaintId) {
    add(writer.strange(complaintId, clock.instant()));
  }

  /** Lets go of events that a fault keeps to mix them. */
  public void release() {
    trouble.release();
  }

  /** Forgets the events of the past and those that are kept; what is queued goes out. */
  public void clear() {
    trouble.clear();
  }

  private void add(PushEvent event) {
    if (queue != null) {
      queue.add(event);
    }
  }

  /**
   * Switches pushing. Changes made while off are never pushed, as by a portal without webhooks;
   * events already queued wait for the switch.
   */
  public void on(boolean wanted) {
    on = wanted;
    if (queue != null) {
      queue.open(wanted);
    }
  }

  /** Events kept or queued that have not got a 2xx yet. */
  public int backlog() {
    return trouble.held() + (queue == null ? 0 : queue.size());
  }

  private void tried(PushEvent event, @Nullable Integer status) {
    boolean delivered = status != null && status / 100 == 2;
    timeline.accept(
        new PortalEvent(
            clock.instant(),
            delivered ? Kind.PUSH_DELIVERED : Kind.PUSH_FAILED,
            event.complaintId(),
            status == null ? "no answer" : "HTTP " + status));
  }

  @Override
  public void close() {
    on(false);
    timer.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "portal-push-timer");
    thread.setDaemon(true);
    return thread;
  }
}
