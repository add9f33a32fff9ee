package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.SampleConfig.SECRET;
import static id.aduan.lapor.runner.SampleConfig.SECRET_OF_DISHUB;
import static id.aduan.lapor.runner.SampleConfig.SECRET_OF_KANTAH;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.runner.SampleConfig;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of the agencies that push, by the same table of statuses (C2). */
@Tag("C2")
class AgencyWebhookTest extends WebhookRig {
  private static final String PATH = "/webhooks/agencies/dishub";
  private static final TrackingId LAMP = new TrackingId("9400001");
  private static final TrackingId LAND = new TrackingId("9400002");
  private final AtomicInteger changes = new AtomicInteger();

  /** A change id that is new in each test. */
  private String change = "";

  @Override
  void adapt(SampleConfig sample) {
    sample.replace("    kind: opd\n", "    kind: opd\n" + webhook("HOOK_DISHUB"));
    String text = sample.text();
    String dishub = text.substring(text.indexOf("  dishub:"), text.indexOf("mapping:"));
    String push =
        """
              push:
                item: {id: /id, ticket: /no, reference: /ref, at: /at, text: /text, status: /status,
                       publicWhen: visibility = "public"}
        """;
    String mute = dishub.replace(webhook("HOOK_DISHUB"), "").replace("dishub", "mute");
    String kantah = dishub.replace("HOOK_DISHUB", "HOOK_KANTAH").replace("dishub", "kantah");
    sample.replace(dishub, dishub + push + kantah + push + mute);
    sample.replaceMapping(
        """
        version: "2026-11-01"
        default: dishub
        categories:
          - {agency: dishub, ids: [1398]}
          - {agency: kantah, ids: [932]}
          - {agency: mute, ids: [936]}
        """);
  }

  private static String webhook(String variable) {
    return "    webhook: {secrets: [\"${env:" + variable + "}\"]}\n";
  }

  @BeforeEach
  void openTickets() throws Exception {
    change = "c" + changes.incrementAndGet();
    send(signed("lamp", complaint(LAMP.value())));
    send(signed("land", complaint(LAND.value()).replace("1398", "932")));
    link("dishub", LAMP);
    link("kantah", LAND);
  }

  private void link(String agency, TrackingId complaint) {
    AgencyTicket ticket = new AgencyTicket(new AgencyCode(agency), "T-" + complaint);
    boolean linked =
        connector
            .store()
            .inTransaction(
                tx -> {
                  connector.store().links().add(tx, complaint, ticket, Instant.now());
                  return true;
                });
    assertThat(linked).isTrue();
  }

  @Test
  @Tag("C1")
  void aPushedAnswerIsToldAcceptedOnceItIsKept() throws Exception {
    HttpResponse<String> response = send(push(event, answer("T-" + LAMP, "")));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.body())
        .matches("\\{\"outcome\":\"accepted\",\"code\":\"\",\"reference\":\"in-[0-9a-f]{16}\"}");
    assertThat(kept("agency.dishub.webhook", event)).isPresent();
    assertThat(kept("agency.dishub", change)).isPresent();
    assertThat(story(LAMP)).contains(Action.ANSWER_RECEIVED);
  }

  @Test
  @Tag("C24")
  void anInternalNoteNeverGoesToThePortal() throws Exception {
    int before = toThePortal(LAMP);

    HttpResponse<String> response =
        send(push(event, answer("T-" + LAMP, "").replace("public", "internal")));

    assertThat(response.body()).contains("accepted");
    assertThat(story(LAMP)).contains(Action.NOTE_KEPT_BACK);
    assertThat(toThePortal(LAMP)).isEqualTo(before);
  }

  @Test
  @Tag("C3")
  void aReplayIsAnsweredAsTheFirstWasAndChangesNothing() throws Exception {
    int before = toThePortal(LAMP);
    String body = answer("T-" + LAMP, "");

    HttpResponse<String> first = send(push(event, body));
    HttpResponse<String> replayed = send(push(event, body));
    HttpResponse<String> underAnotherId = send(push(event + "b", body));

    assertThat(replayed.body()).isEqualTo(first.body());
    assertThat(underAnotherId.body()).contains("accepted").isNotEqualTo(first.body());
    assertThat(toThePortal(LAMP)).isEqualTo(before + 1);
  }

  @Test
  @Tag("C4")
  void aReusedIdWithAnotherContentIsSetAside() throws Exception {
    send(push(event, answer("T-" + LAMP, "")));
    int before = toThePortal(LAMP);

    HttpResponse<String> reused = send(push(event, answer("T-" + LAMP, "").replace("\"c", "\"d")));

    assertThat(reused.statusCode()).isEqualTo(202);
    assertThat(reused.body()).contains("quarantined", "event.id_reused");
    assertThat(toThePortal(LAMP)).isEqualTo(before);
  }

  @ParameterizedTest
  @Tag("S24")
  @CsvSource({"T-9400002,''", "T-9400002,9400002", "T-1,9400002", "T-1,9499999", "T-1,''"})
  void whatIsNotOfThisAgencyIsNotTouchedAndTheSenderIsNotTold(String ticket, String reference)
      throws Exception {
    int before = toThePortal(LAND) + toThePortal(LAMP);

    HttpResponse<String> foreign = send(push(event, answer(ticket, reference)));
    HttpResponse<String> own = send(push(event + "o", status("T-" + LAMP)));

    assertThat(foreign.statusCode()).isEqualTo(own.statusCode());
    assertThat(withoutReference(foreign)).isEqualTo(withoutReference(own));
    assertThat(kept("agency.dishub.webhook", event)).isPresent();
    assertThat(story(LAND)).doesNotContain(Action.ANSWER_RECEIVED, Action.AGENCY_STATUS);
    assertThat(toThePortal(LAND) + toThePortal(LAMP)).isEqualTo(before);
  }

  @Test
  void everyCauseOfDoubtAndEveryOtherCodeAreAnsweredByTheSameBytes() throws Exception {
    String body = answer("T-" + LAMP, "");
    long now = Instant.now().getEpochSecond();
    HttpRequest.Builder unsigned =
        to(PATH).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    List<HttpResponse<String>> doubtful =
        List.of(
            send(unsigned),
            send(signed(PATH, SECRET_OF_KANTAH, event, body, now)),
            send(signed(PATH, SECRET, event, body, now)),
            send(signed(PATH, SECRET_OF_DISHUB, event, body, now - 302)),
            send(push(event, body).POST(BodyPublishers.ofString(body + " "))),
            send(push(event, body).setHeader("webhook-signature", "v1,")),
            send(signed("/webhooks/agencies/mute", SECRET_OF_DISHUB, event, body, now)),
            send(signed("/webhooks/agencies/nobody", SECRET_OF_DISHUB, event, body, now)),
            send(signed("/webhooks/agencies/portal", SECRET, event, body, now)),
            send(signed("/webhooks/agencies/DISHUB", SECRET_OF_DISHUB, event, body, now)),
            send(signed("/webhooks/portal", SECRET_OF_DISHUB, event, body, now)));

    assertThat(doubtful).allSatisfy(it -> assertProblem(it, 401, "signature.invalid"));
    assertThat(doubtful).extracting(HttpResponse::body).containsOnly(doubtful.get(0).body());
    assertThat(kept("agency.dishub.webhook", event)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dishub", "mute", "nobody"})
  void faultsBeforeTheSignatureAreToldAlikeForEveryCode(String code) throws Exception {
    String path = "/webhooks/agencies/" + code;
    String large = "x".repeat(BODY_BYTES_MAX + 1);
    long now = Instant.now().getEpochSecond();

    assertProblem(
        send(signed(path, SECRET_OF_DISHUB, event, "{}", now).header("webhook-id", "msg_2")),
        401,
        "signature.invalid");
    assertProblem(send(to(path).method("GET", BodyPublishers.noBody())), 405, "http.method");
    assertProblem(
        send(signed(path, SECRET_OF_DISHUB, event, large, now).POST(chunked(large))),
        413,
        "http.body_too_large");
    assertProblem(
        send(
            signed(path, SECRET_OF_DISHUB, event, "{}", now)
                .setHeader("Content-Type", "application/xml")),
        415,
        "http.media_type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                      | payload.shape
          null                    | payload.shape
          []                      | payload.shape
          "x"                     | payload.shape
          {}                      | payload.shape
          {"id": "1", "no": 2     | json.syntax
          {"id": "1", "id": "2"}  | json.duplicate_key
          {"id": 1e}              | json.syntax
          """)
  @Tag("C11")
  void whatIsGenuineAndCannotBeUsedIsKeptInQuarantine(String body, String code) throws Exception {
    HttpResponse<String> response = send(push(event, body));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).contains("\"quarantined\"", "\"code\":\"" + code + "\"");
    assertThat(send(push(event, body)).body()).isEqualTo(response.body());
    assertThat(kept("agency.dishub.webhook", event).map(Receipt::quarantined)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/webhooks/agencies", "/webhooks/agencies/", "/webhooks/agencies/dishub/x"})
  void anyOtherAddressIsNotFound(String path) throws Exception {
    assertProblem(send(to(path).POST(BodyPublishers.ofString("{}"))), 404, "http.not_found");
  }

  private HttpRequest.Builder push(String eventId, String body) throws Exception {
    return signed(PATH, SECRET_OF_DISHUB, eventId, body, Instant.now().getEpochSecond());
  }

  private String answer(String ticket, String reference) {
    return """
        {"id": "%s", "no": "%s", "ref": "%s", "at": "2026-11-23T09:00:00Z", "status": "SELESAI",
         "text": "Sudah ditangani.", "visibility": "public"}
        """
        .formatted(change, ticket, reference);
  }

  private String status(String ticket) {
    return answer(ticket, "").replace("Sudah ditangani.", "").replace("\"c", "\"s");
  }

  private static String withoutReference(HttpResponse<String> response) {
    return response.body().replaceAll("in-[0-9a-f]{16}", "");
  }

  private Optional<Receipt> kept(String source, String eventId) {
    return connector.store().read(tx -> connector.store().inbox().find(tx, source, eventId));
  }

  private List<Action> story(TrackingId complaint) {
    return connector
        .store()
        .read(tx -> connector.store().audit().about(tx, complaint.value()))
        .stream()
        .map(AuditEntry::action)
        .toList();
  }

  private int toThePortal(TrackingId complaint) {
    return (int)
        connector
            .store()
            .read(tx -> connector.store().outboxView().entriesOf(tx, complaint))
            .stream()
            .filter(row -> row.lane().target().equals(Targets.PORTAL))
            .count();
  }
}
