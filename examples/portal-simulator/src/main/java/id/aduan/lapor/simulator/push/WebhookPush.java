package id.aduan.lapor.simulator.push;

import id.aduan.lapor.simulator.PortalEvent;
import id.aduan.lapor.simulator.PortalEvent.Kind;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PushSettings;
import id.aduan.lapor.simulator.state.Change;
import id.aduan.lapor.simulator.wire.ComplaintData;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pushes every change as a signed webhook while it is switched on. Safe for threads. */
public final class WebhookPush implements AutoCloseable {
  private final EventWriter writer;
  private final @Nullable WebhookQueue queue;
  private final ScheduledExecutorService timer;
  private final InstantSource clock;
  private final Consumer<PortalEvent> timeline;
  private volatile boolean on;

  /**
   * @param timeline told of every try, on the thread that made it
   */
  public WebhookPush(PortalSettings settings, ComplaintData data, Consumer<PortalEvent> timeline) {
    PushSettings push = settings.push();
    this.writer = new EventWriter(data, push.thin(), settings.chance());
    this.clock = settings.clock();
    this.timeline = timeline;
    this.on = push.on();
    this.timer = Executors.newSingleThreadScheduledExecutor(WebhookPush::daemon);
    this.queue = push.target() == null ? null : queue(push, push.target());
  }

  private WebhookQueue queue(PushSettings push, URI target) {
    var client = new WebhookClient(target, push.secret(), clock);
    return new WebhookQueue(push, client::send, this::tried, timer);
  }

  /** Queues the change, if on and if there is a target. */
  public void push(Change change) {
    if (on && queue != null) {
      queue.add(writer.write(change));
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

  /** Events queued that have not got a 2xx yet. */
  public int backlog() {
    return queue == null ? 0 : queue.size();
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
