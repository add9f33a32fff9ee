package id.aduan.lapor.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.agency.wire.HttpAuth;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Directory;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Ladder;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.PhoneNumber;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.notification.Wording;
import id.aduan.lapor.notification.http.GatewayBody;
import id.aduan.lapor.notification.http.GatewayConfig;
import id.aduan.lapor.notification.http.GatewayMessenger;
import id.aduan.lapor.notification.http.WebhookMessenger;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.routes.mail.CamelMessenger;
import id.aduan.lapor.routes.mail.MailSettings;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.WebhookSigner;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What officials are sent names nobody who complains, whether they may be named or not. */
@Timeout(60)
@Tag("C24")
class NotificationPrivacyTest {
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z"); // a Thursday, 10 WIB
  private static final String NAMED = "9200001";
  private static final String ANONYMOUS = "9200002";
  private static final AgencyCode DISHUB = new AgencyCode("dishub");

  @TempDir private Path dir;
  private final FakePortal portal = new FakePortal();
  private final List<String> pushed = new ArrayList<>();

  @Test
  void no_message_log_or_row_about_a_named_or_an_anonymous_report_holds_anything_of_it()
      throws Exception {
    ListAppender<ILoggingEvent> lines = listening();
    GreenMail mailServer =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailServer.start();
    CamelContext context = new DefaultCamelContext();
    try (FaultyHttpServer http = FaultyHttpServer.before(new Taking());
        LaporConnector connector = connector(mailServer, http, context)) {
      receives(NAMED, new Visibility(Flag.FALSE, Flag.FALSE));
      receives(ANONYMOUS, new Visibility(Flag.TRUE, Flag.TRUE));
      connector.startEngine();
      connector.targets().forEach((name, target) -> connector.dispatcher().attach(name, target, 4));

      connector.portalPoll().pollOnce();
      connector.deadlineRound().runOnce();
      await().untilAsserted(() -> assertThat(unsettled(connector)).isEmpty());

      List<Notification> rows = rows(connector);
      assertThat(rows)
          .extracting(Notification::kind)
          .contains(
              Notice.Kind.CASE_NEW, Notice.Kind.WARNING, Notice.Kind.OVERDUE, Notice.Kind.DIGEST);
      assertThat(rows).extracting(Notification::channel).contains(Channel.values());
      String all = mails(mailServer) + pushed + rows + stored(connector) + lines.list;
      assertThat(all).contains(NAMED, ANONYMOUS).doesNotContain("ZZPII");
    } finally {
      mailServer.stop();
      context.stop();
      root().detachAppender(lines);
    }
  }

  private LaporConnector connector(GreenMail server, FaultyHttpServer http, CamelContext context)
      throws Exception {
    Path mapping = dir.resolve("mapping.yaml");
    Files.writeString(mapping, "version: \"1\"\ndefault: dishub\ncategories: []\n");
    return LaporConnector.builder()
        .portal(portal)
        .agency("dishub", new FakeAgency())
        .mapping(Mapping.load(mapping, Set.of("dishub")))
        .store(JdbcStore.sqlite(dir.resolve("lapor.db")))
        .world(InstantSource.fixed(NOW), new Random(1))
        .notifications(notifications(server, http, context))
        .build();
  }

  private static Notifications notifications(
      GreenMail server, FaultyHttpServer http, CamelContext context) {
    MailSettings settings =
        new MailSettings(
            new MailSettings.Server(
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailSettings.Security.OFF,
                TlsIdentity.SYSTEM),
            Optional.empty(),
            new EmailAddress("lapor@example.go.id"),
            Optional.empty(),
            Map.of(),
            MailSettings.Bounds.DEFAULT);
    CamelMessenger mail = new CamelMessenger(settings);
    mail.open(context);
    JdkHttpTransport transport = new JdkHttpTransport();
    GatewayConfig gateway =
        new GatewayConfig(
            HttpEndpoint.of(http.uri(), new HttpAuth.None()),
            "/sms",
            Map.of(),
            new GatewayBody.Form(Map.of("to", "{{to}}", "text", "{{text}}")),
            Set.of(),
            Optional.empty());
    Contact contact =
        new Contact(
            Optional.of(new EmailAddress("p@dishub.example.go.id")),
            Optional.of(new PhoneNumber("+6281200000000")),
            Optional.of(http.uri().resolve("/webhook")));
    return new Notifications(
        Directory.of(
            Map.of(DISHUB, Map.of(Role.LIAISON, contact, Role.HEAD, contact)),
            Map.of(Role.SEKDA, contact, Role.COORDINATOR, contact)),
        Wording.shipped(),
        Ladder.USUAL,
        Map.of(
            Channel.EMAIL,
            mail,
            Channel.SMS,
            new GatewayMessenger(gateway, transport, InstantSource.system()),
            Channel.WEBHOOK,
            new WebhookMessenger(
                new WebhookSigner(
                    List.of(SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))),
                HttpEndpoint.BOUNDS,
                transport,
                InstantSource.system())));
  }

  private void receives(String id, Visibility visibility) {
    Complaint complaint =
        new Complaint(
            new TrackingId(id),
            "ZZPII judul",
            "ZZPII isi laporan",
            Optional.of(new Category("1398", "PENERANGAN JALAN")),
            Classification.UNKNOWN,
            "Website",
            visibility,
            Optional.of(Instant.parse("2026-11-16T02:00:00Z")),
            Optional.of(LocalDate.of(2026, 9, 30)),
            "Jalan ZZPII nomor 5",
            Status.UNKNOWN,
            Optional.empty(),
            List.of(),
            new Reporter("Siti ZZPII", "0812-ZZPII", "zzpii.ZZPII@example.invalid"),
            List.of());
    portal.states.add(new PortalState(complaint, OptionalLong.empty(), Optional.empty(), true));
  }

  private static List<String> unsettled(LaporConnector connector) {
    return connector.store().read(tx -> connector.store().outboxView().counts(tx)).stream()
        .filter(count -> !count.state().isSettled())
        .map(count -> count.target() + " " + count.state())
        .toList();
  }

  private static List<Notification> rows(LaporConnector connector) {
    return connector
        .store()
        .read(
            tx -> {
              List<Notification> rows = new ArrayList<>();
              Set<String> ids = new TreeSet<>(Set.of(NAMED, ANONYMOUS));
              connector.store().audit().after(tx, 0, 10_000).stream()
                  .map(it -> it.entry().subject())
                  .filter(subject -> subject.startsWith("00261126")) // the lanes of digests
                  .forEach(ids::add);
              for (String id : ids) {
                rows.addAll(connector.store().notifications().about(tx, new TrackingId(id)));
              }
              return rows;
            });
  }

  private static String stored(LaporConnector connector) {
    return connector
        .store()
        .read(
            tx ->
                connector.store().audit().after(tx, 0, 10_000)
                    + connector.store().drafts().of(tx, new TrackingId(NAMED)).toString()
                    + connector.store().outboxView().entriesOf(tx, new TrackingId(NAMED)));
  }

  /** As they came, and as a person reads them. */
  private static String mails(GreenMail server) throws Exception {
    StringBuilder all = new StringBuilder();
    for (MimeMessage mail : server.getReceivedMessages()) {
      all.append(GreenMailUtil.getWholeMessage(mail));
      all.append(mail.getSubject()).append(mail.getContent());
    }
    return all.toString();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger("id.aduan.lapor");
  }

  private static ListAppender<ILoggingEvent> listening() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root().setLevel(Level.TRACE);
    root().addAppender(lines);
    return lines;
  }

  /** Takes whatever it is sent. */
  private final class Taking implements FaultyHttpServer.SystemBehind {
    @Override
    public FaultyHttpServer.Reply answer(FaultyHttpServer.Request request) {
      synchronized (pushed) {
        pushed.add(request.uri() + " " + request.headers() + " " + request.body());
      }
      return new FaultyHttpServer.Reply(200, "application/json", "{}");
    }

    @Override
    public FaultyHttpServer.Reply serverError() {
      return new FaultyHttpServer.Reply(500, "application/json", "{}");
    }

    @Override
    public FaultyHttpServer.Reply errorInside() {
      return new FaultyHttpServer.Reply(200, "application/json", "{}");
    }
  }
}
