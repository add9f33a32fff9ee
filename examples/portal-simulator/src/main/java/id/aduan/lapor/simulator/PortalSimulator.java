package id.aduan.lapor.simulator;

import id.aduan.lapor.simulator.control.ControlFront;
import id.aduan.lapor.simulator.control.PortalOrders;
import id.aduan.lapor.simulator.export.ExportFront;
import id.aduan.lapor.simulator.export.ExportOptions;
import id.aduan.lapor.simulator.export.LaporanRingkas;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Faults.Hit;
import id.aduan.lapor.simulator.http.EvidenceFront;
import id.aduan.lapor.simulator.http.FaultGate;
import id.aduan.lapor.simulator.http.WebServer;
import id.aduan.lapor.simulator.officer.PortalOfficers;
import id.aduan.lapor.simulator.old.OldFront;
import id.aduan.lapor.simulator.page.PageFront;
import id.aduan.lapor.simulator.push.WebhookPush;
import id.aduan.lapor.simulator.sms.SmsDesk;
import id.aduan.lapor.simulator.state.Change;
import id.aduan.lapor.simulator.state.FileStore;
import id.aduan.lapor.simulator.state.LedgerBook;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.Status;
import id.aduan.lapor.simulator.wire.ComplaintData;
import id.aduan.lapor.simulator.wire.WireFront;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A portal to test against: the v3 interface and the two older ones, the export, a citizen page,
 * text messages, signed webhooks, faults to order, and a ledger of what went out, what came in and
 * what went wrong. All state is in memory. Safe for threads.
 *
 * <pre>{@code
 * try (var portal = PortalSimulator.start(PortalSettings.defaults())) {
 *   String id = portal.fileComplaint(NewComplaint.of("Jalan berlubang", "...", reporter));
 *   portal.faults().add(Fault.of(FaultKind.LOST_ANSWER).at(Place.REPLY).times(1));
 * }
 * }</pre>
 */
public final class PortalSimulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortalSimulator.class);

  private final List<Consumer<PortalEvent>> listeners = new CopyOnWriteArrayList<>();
  private final PortalSettings settings;
  private final LiveWire wire;
  private final Faults faults;
  private final FaultGate gate;
  private final PortalDesk desk;
  private final LedgerBook ledger;
  private final WebhookPush push;
  private final PortalOfficers officers;
  private final SmsDesk sms;
  private final WebServer server;

  private PortalSimulator(PortalSettings settings) {
    this.settings = settings;
    this.wire = new LiveWire(settings.wire());
    this.ledger = new LedgerBook(settings.ledgerFile());
    this.server = new WebServer(settings.host(), settings.port());
    this.faults = new Faults(settings.seed(), this::happened);
    this.gate = new FaultGate(faults);
    var files = new FileStore(settings.chance());
    var data = new ComplaintData(server::root, wire, faults);
    this.desk = new PortalDesk(settings, ledger, files, faults);
    this.push = new WebhookPush(settings, data, faults, this::tell);
    this.officers = new PortalOfficers(settings, desk);
    this.sms = new SmsDesk(settings, desk, ledger);
    desk.watch(change -> tell(event(change)));
    desk.watch(push::push);
    desk.watch(sms::watch);
    serve(files, data);
  }

  private void serve(FileStore files, ComplaintData data) {
    var wired = new WireFront.Parts(desk, files, data, ledger, faults, gate);
    var ordered = new PortalOrders.Parts(desk, ledger, faults, push, officers, sms);
    server.serve(PortalSettings.BASE_PATH + "/*", new WireFront(settings, wired, wire));
    server.serve("/api/*", new OldFront(settings, desk, ledger, gate));
    server.serve("/export/*", new ExportFront(settings, desk));
    server.serve(
        "/control/*",
        new ControlFront(settings.control(), new PortalOrders(settings, ordered, wire)));
    server.serve("/berkas/*", new EvidenceFront(files));
    server.serve("/*", new PageFront(settings, desk, ledger, sms, faults));
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

  /** What admins do: verify, postpone, forward, archive, edit, show, remove and more. */
  public PortalDesk desk() {
    return desk;
  }

  /** The faults that stand; add to them, and reset them. */
  public Faults faults() {
    return faults;
  }

  /** Admins and reporters who act by themselves, or step by step. */
  public PortalOfficers officers() {
    return officers;
  }

  /** The number 1708. */
  public SmsDesk sms() {
    return sms;
  }

  /** What the interface can do now. */
  public WireSettings wire() {
    return wire.get();
  }

  /** Changes what the interface can do, from the next call on. */
  public void wire(WireSettings wanted) {
    wire.set(wanted);
  }

  /** Writes the export "Laporan Ringkas" of all complaints; the stream stays open. */
  public void export(ExportOptions options, OutputStream out) throws IOException {
    new LaporanRingkas(settings).write(desk.changedSince(null), options, out);
  }

  /** Sends the newest webhooks once more under their ids; returns how many. */
  public int replayPush(int count) {
    return push.replay(count);
  }

  /** Pushes a thin message about a complaint, whether the portal has it or not. */
  public void pushStrange(String complaintId) {
    push.pushStrange(complaintId);
  }

  /** Lets go of webhooks that a fault keeps to mix them. */
  public void releasePush() {
    push.release();
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

  private void happened(Hit hit) {
    String where = hit.fault().sentence() + ", at " + hit.place().word();
    tell(
        new PortalEvent(
            settings.clock().instant(), PortalEvent.Kind.FAULT_HAPPENED, hit.complaintId(), where));
  }

  private void tell(PortalEvent event) {
    note(event);
    for (Consumer<PortalEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed on {}", event.kind(), e);
      }
    }
  }

  private void note(PortalEvent event) {
    String what = event.kind().name().toLowerCase(Locale.ROOT) + ", " + event.detail();
    switch (event.kind()) {
      case FAULT_HAPPENED ->
          ledger.note(event.at(), LedgerEntry.Kind.FAULT, event.complaintId(), event.detail());
      case PUSH_DELIVERED, PUSH_FAILED ->
          ledger.remember(event.at(), LedgerEntry.Kind.PUSH, event.complaintId(), what);
      // These two have lines of their own in the file.
      case COMPLAINT_FILED, FOLLOW_UP_RECEIVED ->
          ledger.remember(event.at(), LedgerEntry.Kind.CHANGE, event.complaintId(), what);
      default -> ledger.note(event.at(), LedgerEntry.Kind.CHANGE, event.complaintId(), what);
    }
  }

  /** At the real time, whatever the portal takes for it. */
  private PortalEvent event(Change change) {
    var complaint = change.complaint();
    return new PortalEvent(
        settings.clock().instant(), change.kind(), complaint.id(), complaint.status().publicName());
  }

  /** Stops listening and pushing; what was not pushed is lost. */
  @Override
  public void close() {
    officers.close();
    gate.close();
    server.close();
    push.close();
    ledger.close();
  }
}
