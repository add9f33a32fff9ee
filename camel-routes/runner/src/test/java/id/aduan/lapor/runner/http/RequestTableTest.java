package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.genuine;
import static id.aduan.lapor.runner.http.RawRequest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that are refused before anything of them is kept, by the rows of
 * docs/reference/bad-input (1 to 8, 17 to 24). Row 19 is {@link HttpFramingTest}, row 36 {@link
 * RateTest}.
 */
@Tag("C2")
@Tag("S20")
class RequestTableTest extends WebhookRig {
  private static final String BODY = complaint("9100001");
  private static final byte[] BYTES = BODY.getBytes(StandardCharsets.UTF_8);
  private static final String EVENT = "msg_table";

  @Override
  BodyReader.Rules body() {
    return new BodyReader.Rules(
        BODY_BYTES_MAX, Duration.ofSeconds(5), Duration.ofMillis(300), 1_000);
  }

  private static RawRequest right() {
    return genuine(EVENT, BYTES);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static Arguments row(int row, String what, UnaryOperator<RawRequest> spoil) {
    return Arguments.of(row, what, spoil.apply(right()));
  }

  static Stream<Arguments> doubtful() {
    String right = RawRequest.signature(EVENT, "" + now(), BYTES);
    return Stream.of(
        row(1, "no signature", it -> it.without("webhook-signature")),
        row(1, "no id", it -> it.without("webhook-id")),
        row(1, "no timestamp", it -> it.without("webhook-timestamp")),
        row(2, "signature of another body", it -> it.body(BODY + " ")),
        row(2, "one bit flipped", it -> it.set("webhook-signature", flipped(right))),
        row(2, "cut base64", it -> it.set("webhook-signature", right.substring(0, 30))),
        row(2, "empty v1", it -> it.set("webhook-signature", "v1,")),
        row(2, "empty", it -> it.set("webhook-signature", "")),
        row(3, "v2 only", it -> it.set("webhook-signature", right.replace("v1,", "v2,"))),
        row(3, "v1a only", it -> it.set("webhook-signature", right.replace("v1,", "v1a,"))),
        row(3, "none", it -> it.set("webhook-signature", "none")),
        row(5, "negative time", it -> it.set("webhook-timestamp", "-" + now())),
        row(5, "broken time", it -> it.set("webhook-timestamp", now() + ".0")),
        row(5, "time with exponent", it -> it.set("webhook-timestamp", "1e9")),
        row(5, "20 digits", it -> it.set("webhook-timestamp", "9".repeat(20))),
        row(5, "empty time", it -> it.set("webhook-timestamp", "")),
        row(5, "milliseconds", it -> it.set("webhook-timestamp", now() + "000")),
        Arguments.of(5, "early", genuine(EVENT, BYTES, 310)),
        Arguments.of(5, "late", genuine(EVENT, BYTES, -302)),
        Arguments.of(7, "repeated after six minutes", genuine(EVENT, BYTES, -360)),
        row(8, "the same JSON, written anew", it -> it.body(BODY.replace("\": ", "\":"))));
  }

  private static String flipped(String signature) {
    char[] chars = signature.toCharArray();
    chars[10] = chars[10] == 'A' ? 'B' : 'A';
    return new String(chars);
  }

  @ParameterizedTest(name = "row {0}: {1}")
  @MethodSource("doubtful")
  void whatIsNotProvenIsAnsweredByTheSameBytes(int row, String what, RawRequest request)
      throws Exception {
    RawAnswer told = request.sendTo(ingress.address()).isProblem(401, "signature.invalid");

    assertThat(told.body())
        .as("row %d: %s", row, what)
        .isEqualTo(plainlyUnsigned().sendTo(ingress.address()).body());
  }

  private static RawRequest plainlyUnsigned() {
    return plain("POST /webhooks/portal HTTP/1.1").with("Content-Type", "application/json");
  }

  @ParameterizedTest(name = "row {0}: {1} -> {2} {3}")
  @MethodSource("refused")
  void whatHasAnotherFormIsRefusedByItsOwnCode(
      int row, String what, int status, String code, RawRequest request) throws Exception {
    RawAnswer told = request.sendTo(ingress.address()).isProblem(status, code);

    assertThat(told.head()).as("row %d: %s", row, what).doesNotContain("Location:");
  }

  static Stream<Arguments> refused() {
    List<Arguments> rows = new ArrayList<>();
    malformed(rows, 3, "1000 signatures", it -> it.set("webhook-signature", many(1000)));
    malformed(rows, 3, "17 signatures", it -> it.set("webhook-signature", many(17)));
    malformed(rows, 4, "two ids", it -> it.with("webhook-id", "msg_other"));
    malformed(rows, 4, "two times", it -> it.with("webhook-timestamp", "1"));
    malformed(rows, 4, "two signatures", it -> it.with("webhook-signature", "v1,x"));
    malformed(rows, 4, "full stop in id", it -> it.set("webhook-id", "a.b"));
    malformed(rows, 4, "id of 10 kB", it -> it.set("webhook-id", "x".repeat(10_000)));
    malformed(rows, 4, "emoji in id", it -> it.set("webhook-id", "msg_\ud83d\ude00"));
    malformed(rows, 26, "jndi in id", it -> it.set("webhook-id", "${jndi:ldap://127.0.0.1/a}"));
    refused(
        rows, 4, "line break in id", 400, "http.malformed", it -> it.set("webhook-id", "a\r\n b"));
    refused(rows, 4, "NUL in id", 400, "http.malformed", it -> it.set("webhook-id", "a\0b"));
    for (String type :
        List.of(
            "application/json; charset=utf-16",
            "application/json; charset=utf-7",
            "application/json; charset=x",
            "application/json; profile=y",
            "text/plain",
            "multipart/form-data; boundary=b",
            "application/x-www-form-urlencoded",
            "application/x-java-serialized-object",
            "application/jsonx",
            "application/json, text/plain")) {
      int row = type.contains("utf-") ? 17 : 18;
      refused(rows, row, type, 415, "http.media_type", it -> it.set("Content-Type", type));
    }
    refused(rows, 17, "gzip", 415, "http.media_type", it -> it.with("Content-Encoding", "gzip"));
    refused(rows, 18, "no type", 415, "http.media_type", it -> it.without("Content-Type"));
    refused(
        rows, 18, "two types", 415, "http.media_type", it -> it.with("Content-Type", "text/html"));
    byte[] large = new byte[BODY_BYTES_MAX + 1];
    refused(rows, 20, "too long", 413, "http.body_too_large", it -> it.body(large));
    refused(
        rows, 20, "chunks too long", 413, "http.body_too_large", it -> it.body(large).chunked());
    refused(
        rows,
        20,
        "half a body",
        408,
        "http.timeout",
        it -> it.unframed().with("Content-Length", "9000").without("Connection"));
    refused(
        rows,
        21,
        "100-continue, then nothing",
        408,
        "http.timeout",
        it ->
            it.body("")
                .unframed()
                .with("Content-Length", "100")
                .with("Expect", "100-continue")
                .without("Connection"));
    for (String path : elsewhere()) {
      refused(rows, 24, path, 404, "http.not_found", it -> it.line("POST " + path + " HTTP/1.1"));
    }
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEADS")) {
      refused(
          rows,
          24,
          method,
          405,
          "http.method",
          it -> it.line(method + " /webhooks/portal HTTP/1.1"));
    }
    refused(
        rows,
        24,
        "an address of 17 kB",
        414,
        "http.address_too_long",
        it -> it.line("POST /" + "a".repeat(17_000) + " HTTP/1.1"));
    return rows.stream();
  }

  private static List<String> elsewhere() {
    return List.of(
        "/",
        "/webhooks",
        "/webhooks/portal/",
        "/webhooks/portal/x",
        "/webhooks/portal/../admin",
        "/webhooks/portal/../portal",
        "/webhooks//portal",
        "//webhooks/portal",
        "/webhooks/portal;jsessionid=1",
        "/webhooks/%70ortal",
        "/webhooks/portal/%2e%2e/portal",
        "/webhooks/x/../portal",
        "/webhooks\\portal",
        "/health/../webhooks/portal",
        "/" + "a".repeat(10_000));
  }

  private static String many(int signatures) {
    return "v1,x ".repeat(signatures).strip();
  }

  private static void malformed(
      List<Arguments> rows, int row, String what, UnaryOperator<RawRequest> spoil) {
    refused(rows, row, what, 400, "header.invalid", spoil);
  }

  private static void refused(
      List<Arguments> rows,
      int row,
      String what,
      int status,
      String code,
      UnaryOperator<RawRequest> spoil) {
    String name = what.length() > 40 ? what.substring(0, 40) + "..." : what;
    rows.add(Arguments.of(row, name, status, code, spoil.apply(right())));
  }

  @Test
  void row6_almostFiveMinutesEitherWayAreInTime() throws Exception {
    genuine(event, BYTES, -290).sendTo(ingress.address()).isAccepted();
    genuine(event + "_b", BYTES, 290).sendTo(ingress.address()).isAccepted();
  }

  @Test
  @Tag("C3")
  void row7_aRepetitionInTimeIsAnsweredAsTheFirstWas() throws Exception {
    RawAnswer first = genuine(event, BYTES, -100).sendTo(ingress.address()).isAccepted();

    assertThat(genuine(event, BYTES).sendTo(ingress.address()).body()).isEqualTo(first.body());
  }

  @Test
  void row19_aBodyInChunksIsABodyLikeAnother() throws Exception {
    genuine(event, BYTES).chunked().sendTo(ingress.address()).isAccepted();
  }

  @Test
  @Tag("S3")
  void row22_namesOfOtherHeadersAndOfTheQueryAreNeverLookedAt() throws Exception {
    RawRequest request =
        genuine(event, BYTES)
            .line("POST /webhooks/portal?webhook-id=q1&CamelHttpUri=x&operationName=y HTTP/1.1")
            .with("X-HTTP-Method-Override", "DELETE");
    for (String name : headersOfCamel()) {
      request.with(name, "http://127.0.0.1:1/ZZPII");
    }

    RawAnswer told = request.sendTo(ingress.address()).isAccepted();

    assertThat(genuine(event, BYTES).sendTo(ingress.address()).body()).isEqualTo(told.body());
    assertThat(told.head()).doesNotContainIgnoringCase("camel").doesNotContain("ZZPII");
  }

  /** Fewer than the 100 fields that a request may have. */
  private static Set<String> headersOfCamel() {
    return Set.of(
        "CamelHttpUri",
        "cAmElBeanMethodName",
        "CAMELSqlQuery",
        "CamelFileName",
        "CamelHttpPath",
        "CamelHttpQuery",
        "CamelExecCommandExecutable",
        "CamelJmsDestinationName",
        "CamelQuartzTriggerName",
        "org.apache.camel.x",
        "operationName",
        "operationNamespace",
        "Long-Running-Action",
        "mail.smtp.host",
        "breadcrumbId");
  }

  @Test
  void row23_aForwardedAddressOrMethodOfAStrangerMeansNothing() throws Exception {
    genuine(event, BYTES)
        .with("X-Forwarded-For", "10.0.0.1, ${jndi:ldap://x}")
        .with("Forwarded", "for=10.0.0.1")
        .with("X-HTTP-Method-Override", "DELETE")
        .sendTo(ingress.address())
        .isAccepted();
  }

  @Test
  void row24_otherMethodsAreToldWhichOneIsTaken() throws Exception {
    RawAnswer told = right().line("PUT /webhooks/portal HTTP/1.1").sendTo(ingress.address());

    assertThat(told.head()).contains("Allow: POST");
  }

  @Test
  void row24_aTunnelIsRefused() throws Exception {
    RawAnswer told = plain("CONNECT 127.0.0.1:1 HTTP/1.1").sendTo(ingress.address());

    assertThat(told.status()).isBetween(400, 405);
  }
}
