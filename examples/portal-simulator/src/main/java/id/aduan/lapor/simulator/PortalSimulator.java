package id.aduan.lapor.simulator;

import id.aduan.lapor.simulator.http.EvidenceFront;
import id.aduan.lapor.simulator.http.WebServer;
import id.aduan.lapor.simulator.page.PageFront;
import id.aduan.lapor.simulator.push.WebhookPush;
import id.aduan.lapor.simulator.state.Change;
import id.aduan.lapor.simulator.state.FileStore;
import id.aduan.lapor.simulator.state.LedgerBook;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.Status;
import id.aduan.lapor.simulator.wire.ComplaintData;
import id.aduan.lapor.simulator.wire.WireFront;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A portal to test against: the v3 interface, a citizen page, signed webhooks, and a ledger of what
 * went out and what came in. All state is in memory. Safe for threads.
 *
 * <pre>{@code
 * try (var portal = PortalSimulator.start(PortalSettings.defaults())) {
 *   String id = portal.fileComplaint(NewComplaint.of("Jalan berlubang", "...", reporter));
 * }
 * }</pre>
 */
public final class PortalSimulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortalSimulator.class);

  private final List<Consumer<PortalEvent>> listeners = new CopyOnWriteArrayList<>();
  private final PortalDesk desk;
  private final LedgerBook ledger;
  private final WebhookPush push;
  private final WebServer server;

  private PortalSimulator(PortalSettings settings) {
    this.ledger = new LedgerBook(settings.ledgerFile());
    this.server = new WebServer(settings.host(), settings.port());
    var files = new FileStore(settings.chance());
    var data = new ComplaintData(server::root);
    this.desk = new PortalDesk(settings, ledger, files);
    this.push = new WebhookPush(settings, data, this::tell);
    desk.watch(push::push);
    desk.watch(change -> tell(event(change)));
    server.serve(PortalSettings.BASE_PATH + "/*", new WireFront(settings, desk, files, data));
    server.serve("/berkas/*", new EvidenceFront(files));
    server.serve("/*", new PageFront(settings, desk));
  }

  /**
   * Starts listening.
   *
   * @throws java.io.UncheckedIOException when the port is taken or the ledger file cannot be opened
   */
  public static PortalSimulator start(PortalSettings settings) {
    var portal = new PortalSimulator(settings);
    try {
      portal.server.start();
    } catch (RuntimeException e) {
      portal.close();
      throw e;
    }
    return portal;
  }

  /** Where the v3 interface lives, without a slash at its end. */
  public URI baseUri() {
    return server.root().resolve(PortalSettings.BASE_PATH);
  }

  /** The citizen page. */
  public URI pageUri() {
    return server.root();
  }

  /**
   * Files a complaint and returns its tracking id.
   *
   * @throws IllegalArgumentException when its disposition is not in the master list
   */
  public String fileComplaint(NewComplaint complaint) {
    return desk.file(complaint).id();
  }

  /** The reporter replies (balasan pelapor); returns the row's id in the follow-up list. */
  public int reply(String complaintId, String content, EvidenceFile... evidence) {
    return desk.reply(complaintId, content, List.of(evidence)).id();
  }

  /** The coordinator assigns the complaint (disposisi). */
  public void assign(String complaintId, int institutionId) {
    desk.assign(complaintId, institutionId);
  }

  /** Closes or archives the complaint. */
  public void closeComplaint(String complaintId, Status closed) {
    desk.close(complaintId, closed);
  }

  /** Where it stands now, or empty for an unknown id. */
  public Optional<Status> status(String complaintId) {
    return desk.find(complaintId).map(complaint -> complaint.status());
  }

  /** Switches the webhooks; changes made while off are never pushed. */
  public void push(boolean on) {
    push.on(on);
  }

  /** Events queued that have not got a 2xx yet. */
  public int pushBacklog() {
    return push.backlog();
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Told of everything from now on, on the thread that does it: be quick, and do not throw. */
  public void listener(Consumer<PortalEvent> listener) {
    listeners.add(listener);
  }

  private void tell(PortalEvent event) {
    for (Consumer<PortalEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed on {}", event.kind(), e);
      }
    }
  }

  private static PortalEvent event(Change change) {
    var complaint = change.complaint();
    return new PortalEvent(
        complaint.updatedAt(), change.kind(), complaint.id(), complaint.status().publicName());
  }

  /** Stops listening and pushing; what was not pushed is lost. */
  @Override
  public void close() {
    server.close();
    push.close();
    ledger.close();
  }
}
