package id.aduan.lapor.routes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.DeliveryListener;
import id.aduan.lapor.delivery.DeliveryStore;
import id.aduan.lapor.delivery.Dispatcher;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.delivery.World;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Ladder;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.NotificationStores;
import id.aduan.lapor.notification.NotificationTarget;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.Notifier;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.notification.Wording;
import id.aduan.lapor.routes.mail.MailSettings.Security;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.yaml.Secret;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a store of its own, that mails by a real server behind a gate with faults. */
@Timeout(60)
abstract class MailRig {
  static final AgencyCode DISHUB = new AgencyCode("dishub");
  static final TrackingId CASE = new TrackingId("9200001");
  static final String LIAISON = "penghubung@dishub.example.go.id";
  private static final String USER = "lapor";
  private static final String PASSWORD = "ZZSEC-mail";
  private static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          20,
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          new RetryPolicy.Limits(
              Duration.ofDays(3),
              new RetryBudget(100, 60_000),
              new BreakerPolicy(100, 100, Duration.ofMinutes(1))));

  @TempDir Path dir;
  final CamelContext context = new DefaultCamelContext();
  final Map<Role, String> addresses = new ConcurrentHashMap<>(Map.of(Role.LIAISON, LIAISON));
  final List<Alert> alerts = new CopyOnWriteArrayList<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  GreenMail server;
  SmtpGate gate;
  JdbcStore store;
  private Dispatcher dispatcher;
  private CamelMessenger messenger;
  private Notifier notifier;

  @BeforeEach
  final void begin() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    allow(PASSWORD);
    gate = new SmtpGate(server.getSmtp().getPort());
    open(gate.port(), Security.OFF);
  }

  /** The server knows our account by this password. */
  final void allow(String password) {
    server.setUser("lapor@example.go.id", USER, password);
  }

  final void open() {
    open(gate.port(), Security.OFF);
  }

  final void open(int port, Security security) {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    DeliveryStore stores = new DeliveryStore(store, store.claims(), store.targets(), store.audit());
    World world = new World(InstantSource.system(), new Random(1));
    dispatcher =
        new Dispatcher(
            stores,
            QUICK,
            world,
            Map.of(),
            Optional.empty(),
            new DeliveryListener() {
              @Override
              public void alerted(Alert alert) {
                alerts.add(alert);
              }
            });
    messenger = new CamelMessenger(settings(port, security));
    messenger.open(context);
    Notifications all =
        new Notifications(
            (agency, role) ->
                Optional.ofNullable(addresses.get(role))
                    .map(
                        address ->
                            new Contact(
                                Optional.of(new EmailAddress(address)),
                                Optional.empty(),
                                Optional.empty())),
            Wording.shipped(),
            Ladder.USUAL,
            Map.of(Channel.EMAIL, messenger));
    NotificationStores kept =
        new NotificationStores(store, store.outbox(), store.notifications(), store.audit());
    notifier =
        new Notifier(
            kept, all.directory(), all.wording(), all.messengers().keySet(), dispatcher::wake);
    NotificationTarget.Told listeners =
        new NotificationTarget.Told(
            (tx, id, agency, at) -> told.add(id + " " + agency), dispatcher::tell);
    dispatcher.attach(
        Targets.NOTIFY_EMAIL,
        new NotificationTarget(
            Channel.EMAIL, messenger, kept, all.directory(), InstantSource.system(), listeners),
        4);
    dispatcher.start();
  }

  final MailSettings settings(int port, Security security) {
    return new MailSettings(
        new MailSettings.Server("127.0.0.1", port, security, TlsIdentity.SYSTEM),
        Optional.of(new MailSettings.Login(USER, Secret.of(PASSWORD))),
        new EmailAddress("lapor@example.go.id"),
        Optional.of(new EmailAddress("admin@example.go.id")),
        Map.of("X-Kabupaten", "Bintan"),
        new MailSettings.Bounds(
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(2)));
  }

  @AfterEach
  final void end() throws Exception {
    shut();
    gate.close();
    server.stop();
    context.stop();
  }

  final void shut() {
    dispatcher.close();
    messenger.close();
    store.close();
  }

  final int newCase(TrackingId id, String occasion) {
    return tell(
        new Notice(
            Notice.Kind.CASE_NEW,
            Optional.of(id),
            Optional.of(DISHUB),
            occasion,
            Set.of(Role.LIAISON),
            Map.of("kategori", "Jalan rusak", "diterima", "26 November 2026")));
  }

  final int tell(Notice notice) {
    return store.inTransaction(tx -> notifier.notify(tx, notice, Instant.now()));
  }

  final List<MimeMessage> mails() {
    return List.of(server.getReceivedMessages());
  }

  final List<Notification> log(TrackingId id) {
    return store.read(tx -> store.notifications().about(tx, id));
  }

  final List<AuditEntry.Action> story(TrackingId id) {
    return store.read(tx -> store.audit().about(tx, id.value())).stream()
        .map(AuditEntry::action)
        .toList();
  }

  final List<OutboxView.Row> entries(TrackingId id) {
    return store.read(tx -> store.outboxView().entriesOf(tx, id));
  }

  /** All that was asked for of a case is over, one way or the other. */
  final void awaitSettled(TrackingId id) {
    await()
        .untilAsserted(
            () -> assertThat(entries(id)).isNotEmpty().allMatch(row -> row.state().isSettled()));
  }

  /** The engine takes the trouble to be the server's. */
  final void awaitServerTrouble() {
    await()
        .until(() -> store.read(tx -> store.targets().get(tx, Targets.NOTIFY_EMAIL)).inTrouble());
  }
}
