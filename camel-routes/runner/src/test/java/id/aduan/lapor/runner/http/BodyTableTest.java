package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.genuine;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Genuine callbacks with bad content, by the rows of docs/reference/bad-input (9, 10, 12 to 17, 25,
 * 28 to 31). Row 11 is {@link JsonSuiteTest}; the strings of rows 25 to 27 are {@link
 * NaughtyStringsTest}.
 */
@Tag("C2")
@Tag("S8")
class BodyTableTest extends WebhookRig {
  private static final int LARGE_BYTES_MAX = 16 * 1024 * 1024;

  @Override
  BodyReader.Rules body() {
    return BodyReader.Rules.usual(LARGE_BYTES_MAX);
  }

  @Override
  Callbacks.Memory memory() {
    return new Callbacks.Memory(
        new ByteBudget(2L * LARGE_BYTES_MAX), new ByteBudget(2L * LARGE_BYTES_MAX));
  }

  private static Arguments row(int row, String what, String code, String body) {
    return Arguments.of(row, what, code, body.getBytes(UTF_8));
  }

  /** A complaint with one more field of {@code data}. */
  private static String with(String field) {
    return "{\"data\": {\"complaint_id\": \"9100001\", \"content\": \"x\", " + field + "}}";
  }

  static Stream<Arguments> quarantined() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String digits = "9".repeat(1_000_000);
    String properties =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> "\"p" + i + "\":1")
            .collect(Collectors.joining(","));
    return Stream.of(
        Arguments.of(9, "invalid UTF-8", "json.encoding", new byte[] {'{', (byte) 0xc3, '}'}),
        row(10, "nothing", "payload.shape", ""),
        row(10, "null", "payload.shape", "null"),
        row(10, "a list", "payload.shape", "[]"),
        row(10, "a text", "payload.shape", "\"x\""),
        row(10, "an empty object", "payload.shape", "{}"),
        row(10, "no number", "payload.complaint_id", "{\"data\":{}}"),
        row(10, "half a number", "payload.complaint_id", "{\"data\":{\"complaint_id\":1}}"),
        row(12, "depth 100 000", "json.depth", deep),
        row(13, "a million digits", "json.number", with("\"n\": " + digits)),
        row(13, "1e400", "json.number", with("\"category_id\": 1e400")),
        row(13, "-0", "payload.complaint_id", "{\"data\":{\"complaint_id\":-0}}"),
        row(13, "NaN", "json.number", with("\"n\": NaN")),
        row(13, "Infinity", "json.number", with("\"n\": Infinity")),
        row(14, "a name of 1 MB", "json.length", with("\"" + "n".repeat(1_000_000) + "\": 1")),
        row(14, "a text of 2 MB", "json.length", with("\"t\": \"" + "x".repeat(2_000_000) + "\"")),
        row(14, "a million fields", "json.length", "{" + properties + "}"),
        row(15, "a name twice", "json.duplicate_key", "{\"id\":1,\"id\":2}"),
        row(15, "a number twice", "json.duplicate_key", with("\"complaint_id\": \"9100002\"")),
        row(17, "byte order mark", "json.syntax", "\ufeff" + complaint("9100001")),
        Arguments.of(
            17, "UTF-16", "json.encoding", complaint("9100001").getBytes(StandardCharsets.UTF_16)),
        row(25, "NUL", "payload.text", with("\"title\": \"a\\u0000b\"")),
        row(25, "half a pair", "payload.text", with("\"title\": \"a\\ud800b\"")),
        row(25, "half a pair in a name", "payload.text", reporter("\\udfaa")));
  }

  private static String reporter(String name) {
    return with("\"reporter\": {\"name\": \"" + name + "\"}");
  }

  @ParameterizedTest(name = "row {0}: {1} -> 202 {2}")
  @MethodSource("quarantined")
  void whatIsGenuineAndCannotBeUsedIsKeptAsItCame(int row, String what, String code, byte[] body)
      throws Exception {
    RawAnswer told = genuine(event, body).sendTo(ingress.address()).isQuarantined(code);

    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    String kept =
        connector
            .store()
            .read(tx -> connector.store().inbox().find(tx, "portal.webhook", event))
            .orElseThrow()
            .contentHash();
    assertThat(kept).as("row %d: %s", row, what).isEqualTo(hash);
    assertThat(genuine(event, body).sendTo(ingress.address()).body()).isEqualTo(told.body());
  }

  @Test
  void row14_aTextOf50MegabytesIsRefusedByItsLength() throws Exception {
    genuine(event, "")
        .unframed()
        .with("Content-Length", "50000000")
        .sendTo(ingress.address())
        .isProblem(413, "http.body_too_large");
  }

  @Test
  void row16_fieldsThatAreNotAgreedChangeNothing() throws Exception {
    String extra =
        "\"role\": \"admin\", \"visibility\": \"public\", \"sla_deadline\": \"2000-01-01\","
            + " \"__proto__\": {\"is_secret\": false}, \"@type\": \"java.lang.Runtime\","
            + " \"@class\": \"java.net.URL\", \"is_secret\": true";
    Complaint kept = accepted(extra);

    assertThat(kept.visibility().secret()).isEqualTo(Flag.TRUE);
    assertThat(kept.visibility().anonymous()).isEqualTo(Flag.UNKNOWN);
    assertThat(kept.title()).isEqualTo("Lampu");
  }

  @ParameterizedTest(name = "row 28: {0}")
  @MethodSource("dates")
  void row28_aTimeThatCannotBeReadIsNoTimeAndTheCaseGoesOn(String written) throws Exception {
    Complaint kept =
        accepted("\"created_at\": %s, \"date_of_incident\": %s".formatted(written, written));

    assertThat(kept.receivedAt()).isEmpty();
    assertThat(kept.incidentOn()).isEmpty();
  }

  static Stream<String> dates() {
    return Stream.of(
        "\"31-02-2026 10:00:00\"", "\"0000-00-00 00:00:00\"", "\"kemarin\"", "-1", "{}", "null");
  }

  @ParameterizedTest(name = "row 29: {0}")
  @MethodSource("categories")
  void row29_aCategoryThatNobodyKnowsGoesToTheDefaultAgency(String what, String category)
      throws Exception {
    Complaint kept = accepted("\"category_id\": " + category);

    List<OutboxView.Row> entries =
        connector.store().read(tx -> connector.store().outboxView().entriesOf(tx, kept.id()));
    assertThat(entries).as(what).extracting(entry -> entry.lane().target()).contains("dishub");
  }

  static Stream<Arguments> categories() {
    String many =
        IntStream.range(0, 10_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return Stream.of(
        Arguments.of("unknown", "999999"),
        Arguments.of("null", "null"),
        Arguments.of("a text", "\"' OR 1=1--\""),
        Arguments.of("merged", "\"1398,936\""),
        Arguments.of("10 000 of them", "[" + many + "]"));
  }

  @ParameterizedTest(name = "row 30: {0}")
  @MethodSource("visibilities")
  @Tag("C14")
  void row30_aVisibilityThatIsNotSaidWithholdsTheReporter(String fields) throws Exception {
    Complaint kept = accepted(fields + "\"reporter\": {\"name\": \"Siti ZZPII-1\"}");

    assertThat(kept.visibility().identityWithheld()).isTrue();
  }

  static Stream<String> visibilities() {
    return Stream.of(
        "",
        "\"is_anonymous\": null, \"is_secret\": null, ",
        "\"is_anonymous\": \"publik\", \"is_secret\": 7, ",
        "\"is_anonymous\": false, ",
        "\"is_anonymous\": [], \"is_secret\": {}, ");
  }

  /** A complaint of its own, as it is kept. */
  private Complaint accepted(String fields) throws Exception {
    String id = "92%05d".formatted(Integer.parseInt(event.substring("msg_".length())));
    String body =
        "{\"data\": {\"complaint_id\": \"%s\", \"title\": \"Lampu\", \"content\": \"Mati\", %s}}"
            .formatted(id, fields);
    genuine(event, body).sendTo(ingress.address()).isAccepted();
    return connector
        .store()
        .read(tx -> connector.store().complaints().find(tx, new TrackingId(id)))
        .orElseThrow()
        .complaint();
  }
}
