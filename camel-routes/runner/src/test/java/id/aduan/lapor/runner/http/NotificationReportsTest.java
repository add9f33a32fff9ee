package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.config.ReportsConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.sync.NotificationReports;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gateway reports what became of messages. */
@Tag("SOP-04")
class NotificationReportsTest extends WebhookRig {
  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private volatile Duration ahead = Duration.ZERO;
  private static final Instant SENT = Instant.parse("2026-11-26T03:00:00Z");

  @Override
  void adapt(SampleConfig sample) {
    sample.replace(
        "store: {path",
        """
        notifications:
          sms:
            baseUri: https://sms.example.go.id
            path: /v1
            form: {to: "{{to}}", text: "{{text}}"}
            messageId: /id
            reports:
              webhook: {token: {header: X-Gateway, value: "${env:TOKEN_NEW}"}}
              id: /message/id
              status: /message/status
              delivered: [DELIVRD]
              read: [read]
              failed: [UNDELIV, expired]
        store: {path\
        """);
  }

  @Override
  Optional<NotificationReports> reports(RunnerConfig config) {
    ReportsConfig reports = config.officials().reports().orElseThrow();
    return Optional.of(
        new NotificationReports(
            connector.store(),
            () -> InstantSource.system().instant().plus(ahead),
            Channel.SMS,
            reports.webhook().check(InstantSource.system()),
            reports.form(),
            alerts::add));
  }

  private Notification sent(String complaint) {
    Notification row =
        new Notification(
            "key-" + complaint,
            new TrackingId(complaint),
            Optional.of(new AgencyCode("dishub")),
            Role.LIAISON,
            Channel.SMS,
            Notice.Kind.CASE_NEW,
            "1",
            SENT,
            Optional.of(SENT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            "gw-" + complaint);
    boolean added =
        connector.store().inTransaction(tx -> connector.store().notifications().add(tx, row));
    assertThat(added).isTrue();
    return row;
  }

  private Notification now(Notification row) {
    return connector
        .store()
        .read(tx -> connector.store().notifications().find(tx, row.key()).orElseThrow());
  }

  private List<Action> story(Notification row) {
    return connector
        .store()
        .read(tx -> connector.store().audit().about(tx, row.complaint().value()))
        .stream()
        .map(AuditEntry::action)
        .toList();
  }

  private RawAnswer report(String id, String status) throws Exception {
    return ask("{\"message\": {\"id\": \"%s\", \"status\": \"%s\"}}".formatted(id, status));
  }

  private RawAnswer ask(String body) throws Exception {
    return request(body).sendTo(ingress.address());
  }

  private static RawRequest request(String body) {
    return plain("POST /webhooks/notifications/sms HTTP/1.1")
        .with("Content-Type", "application/json")
        .with("x-gateway", "ZZSEC-invented-token-1")
        .body(body);
  }

  /** The report itself is not kept, so that it has no reference. */
  private static void isTaken(RawAnswer answer, String code) {
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo("{\"outcome\":\"accepted\",\"code\":\"" + code + "\",\"reference\":\"\"}");
  }

  @Test
  void aMessageArrivesAndIsReadOnceEachHoweverOftenThatIsReported() throws Exception {
    Notification row = sent("9400001");

    for (String word : List.of("delivrd", "DELIVRD", "read", "read", "DELIVRD")) {
      isTaken(report(row.reference(), word), "");
    }

    assertThat(now(row).deliveredAt()).isPresent();
    assertThat(now(row).readAt()).isPresent();
    assertThat(now(row).sentAt()).contains(SENT);
    assertThat(story(row)).containsExactly(Action.NOTIFICATION_DELIVERED, Action.NOTIFICATION_READ);
  }

  @Test
  void aMessageThatFailedOnItsWayIsToldAsThat() throws Exception {
    Notification row = sent("9400002");

    isTaken(report(row.reference(), "expired"), "");
    isTaken(report(row.reference(), "queued"), "status.other");

    assertThat(now(row).failedAt()).isPresent();
    assertThat(now(row).deliveredAt()).isEmpty();
    assertThat(story(row)).containsExactly(Action.NOTIFICATION_FAILED);
    assertThat(alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.kind()).isEqualTo(Alert.Kind.NOTIFICATION_FAILED))
        .satisfies(alert -> assertThat(alert.text()).contains("dishub", "reported"));
  }

  @Test
  void aReportThatOvertookTheAnswerIsToComeAgain() throws Exception {
    report("gw-9400003", "DELIVRD").isProblem(503, "store.unavailable");
    Notification row = sent("9400003");

    isTaken(report(row.reference(), "DELIVRD"), "");

    assertThat(now(row).deliveredAt()).isPresent();
  }

  @Test
  void aReportOfAMessageThatIsNotOursIsNotAskedForEver() throws Exception {
    report("gw-of-another", "DELIVRD").isProblem(503, "store.unavailable");
    ahead = Duration.ofMinutes(9);
    report("gw-of-another", "DELIVRD").isProblem(503, "store.unavailable");
    ahead = Duration.ofMinutes(11);

    isTaken(report("gw-of-another", "DELIVRD"), "message.unknown");
    report("gw-of-a-third", "DELIVRD").isProblem(503, "store.unavailable");
  }

  @Test
  @Tag("S2")
  void aReportOfAStrangerChangesNothing() throws Exception {
    Notification row = sent("9400004");
    String body =
        "{\"message\": {\"id\": \"%s\", \"status\": \"read\"}}".formatted(row.reference());

    request(body)
        .set("x-gateway", "ZZSEC-invented-token-9")
        .sendTo(ingress.address())
        .isProblem(401, "signature.invalid");

    assertThat(now(row)).isEqualTo(row);
  }

  @Test
  void whatNamesNoMessageIsTakenAndSaysNothing() throws Exception {
    for (String body :
        List.of("[]", "{", "{\"message\": {\"id\": {}}}", "{\"message\": {\"id\": \"x\"}}")) {
      isTaken(ask(body), "payload.shape");
    }
    isTaken(report("x", "{}"), "status.other");
  }
}
