package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status table of the webhook (C2), row by row. */
@Tag("C2")
class WebhookStatusTest extends WebhookRig {

  @Test
  @Tag("C1")
  void aGenuineCallbackIsToldAcceptedOnceItIsKept() throws Exception {
    HttpResponse<String> response = send(signed(event, complaint("9100009")));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
    assertThat(response.body())
        .matches("\\{\"outcome\":\"accepted\",\"code\":\"\",\"reference\":\"in-[0-9a-f]{16}\"}");
    boolean kept =
        connector
            .store()
            .read(tx -> connector.store().complaints().find(tx, new TrackingId("9100009")))
            .isPresent();
    assertThat(kept).isTrue();
  }

  @Test
  @Tag("C3")
  void aDuplicateIsAnsweredAsTheFirstWas() throws Exception {
    HttpResponse<String> first = send(signed(event, complaint("9100001")));
    HttpResponse<String> second = send(signed(event, complaint("9100001")));
    HttpResponse<String> other = send(signed(event, complaint("9100002")));

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(other.body()).contains("quarantined", "event.id_reused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"x\"", "{}", "{\"data\":{\"complaint_id\":1}}"})
  void whatIsSignedButUnreadableIsKeptInQuarantine(String body) throws Exception {
    HttpResponse<String> response = send(signed(event, body));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).contains("\"outcome\":\"quarantined\"", "\"reference\":\"in-");
    assertThat(send(signed(event, body)).body()).isEqualTo(response.body());
    boolean kept =
        connector
            .store()
            .read(tx -> connector.store().inbox().find(tx, "portal.webhook", event))
            .orElseThrow()
            .quarantined();
    assertThat(kept).isTrue();
  }

  @Test
  void everyCauseOfDoubtIsAnsweredByTheSameBytes() throws Exception {
    String body = complaint("9100001");
    long now = Instant.now().getEpochSecond();
    HttpRequest.Builder unsigned =
        to("/webhooks/portal")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    List<HttpResponse<String>> doubtful =
        List.of(
            send(unsigned),
            send(signed(event, body, now - 302)),
            send(signed(event, body, now + 302)),
            send(signed(event, body).POST(BodyPublishers.ofString(body + " "))),
            send(signed(event, body).setHeader("webhook-signature", "v1,")),
            send(signed(event, body).setHeader("webhook-signature", "v2,AAAA")),
            send(signed(event, body).setHeader("webhook-timestamp", "1e9")));

    assertThat(doubtful).allSatisfy(it -> assertProblem(it, 401, "signature.invalid"));
    assertThat(doubtful).extracting(HttpResponse::body).containsOnly(doubtful.get(0).body());
  }

  @Test
  void headersOfAnotherFormAreRefused() throws Exception {
    String body = complaint("9100001");
    assertProblem(send(signed(event, body).header("webhook-id", "msg_2")), 400, "header.invalid");
    assertProblem(send(signed(event, body).setHeader("webhook-id", "a.b")), 400, "header.invalid");
    assertProblem(
        send(signed(event, body).setHeader("webhook-signature", "v1,x ".repeat(17).strip())),
        400,
        "header.invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json; charset=utf-16",
        "application/json; charset=x",
        "application/json; profile=y",
        "multipart/form-data; boundary=b",
        "application/x-java-serialized-object",
        "application/jsonx"
      })
  void anotherMediaTypeIsRefused(String type) throws Exception {
    assertProblem(
        send(signed(event, "{}").setHeader("Content-Type", type)), 415, "http.media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;charset=UTF-8", "Application/JSON; charset=\"utf-8\""})
  void theMediaTypeIsReadAsHttpWritesIt(String type) throws Exception {
    HttpRequest.Builder request = signed(event, complaint("9100001"));

    assertThat(send(request.setHeader("Content-Type", type)).statusCode()).isEqualTo(202);
  }

  @Test
  void aMissingMediaTypeAndACompressedBodyAreRefused() throws Exception {
    assertProblem(
        send(to("/webhooks/portal").POST(BodyPublishers.ofString("{}"))), 415, "http.media_type");
    assertProblem(
        send(signed(event, "{}").header("Content-Encoding", "gzip")), 415, "http.media_type");
  }

  @Test
  void aBodyAboveTheLimitIsRefusedByItsLengthAndByItsBytes() throws Exception {
    String large = "x".repeat(BODY_BYTES_MAX + 1);

    assertProblem(send(signed(event, large)), 413, "http.body_too_large");
    assertProblem(send(signed(event, large).POST(chunked(large))), 413, "http.body_too_large");
    String whole = " ".repeat(BODY_BYTES_MAX);
    assertThat(send(signed(event, whole).POST(chunked(whole))).statusCode()).isEqualTo(202);
  }

  @Test
  void aBodyThatDoesNotComeIsAnswered408() throws Exception {
    String answer =
        raw(
            "POST /webhooks/portal HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            "Content-Length: 100",
            "",
            "{");

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("http.timeout", "Connection: close");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/webhooks",
        "/webhooks/portal/",
        "/webhooks/portal/x",
        "/webhooks//portal",
        "//webhooks/portal",
        "/webhooks/portal;jsessionid=1",
        "/webhooks/%70ortal",
        "/webhooks/portal/%2e%2e/portal",
        "/webhooks/x/../portal",
        "/health/../webhooks/portal"
      })
  void anyOtherAddressIsNotFound(String path) throws Exception {
    String answer =
        raw(
            "POST " + path + " HTTP/1.1",
            "Host: x",
            "Connection: close",
            "Content-Length: 0",
            "",
            "");

    assertThat(answer)
        .startsWith("HTTP/1.1 404 ")
        .contains("application/problem+json", "\"code\":\"http.not_found\"")
        .doesNotContain("<html", "Server:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void anotherMethodIsToldWhichOneIsTaken(String method) throws Exception {
    HttpResponse<String> response =
        send(to("/webhooks/portal").method(method, BodyPublishers.noBody()));

    assertProblem(response, 405, "http.method");
    assertThat(response.headers().firstValue("allow")).hasValue("POST");
  }

  @Test
  void whatIsNotHttpIsRefusedInTheSameForm() throws Exception {
    String smuggled =
        raw(
            "POST /webhooks/portal HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            "Content-Length: 2",
            "Transfer-Encoding: chunked",
            "",
            "0",
            "",
            "");
    String large = raw("GET / HTTP/1.1", "Host: x", "X-Large: " + "y".repeat(17_000), "", "");
    String broken =
        raw(
            "POST /webhooks/portal HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "",
            "zz",
            "",
            "");

    assertThat(smuggled).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertThat(large).startsWith("HTTP/1.1 431 ").contains("http.header_too_large");
    assertThat(broken).startsWith("HTTP/1.1 400 ").contains("http.malformed");
    assertThat(smuggled + large + broken).doesNotContain("<html", "Server:", "jetty", "Exception");
  }

  @Test
  @Tag("C1")
  void aStoreThatDoesNotAnswerInTimeIsAnswered503() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    var unused =
        connector
            .store()
            .submit(
                tx -> {
                  try {
                    return stuck.await(15, java.util.concurrent.TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    return false;
                  }
                });

    HttpResponse<String> slow = send(signed(event, complaint("9100001")));
    stuck.countDown();

    assertProblem(slow, 503, "store.unavailable");
    assertThat(slow.headers().firstValue("retry-after")).hasValue("30");
    assertThat(send(signed(event, complaint("9100001"))).body()).contains("accepted");
  }

  @Test
  void namesOfOtherHeadersAndOfTheQueryAreNeverLookedAt() throws Exception {
    HttpRequest.Builder request = signed(event, complaint("9100001"));
    byte[] body = complaint("9100001").getBytes(StandardCharsets.UTF_8);
    HttpRequest sent =
        request
            .uri(at("/webhooks/portal?webhook-id=q1&CamelHttpUri=x"))
            .header("CamelHttpUri", "http://127.0.0.1:1/")
            .header("X-HTTP-Method-Override", "DELETE")
            .POST(BodyPublishers.ofByteArray(body))
            .build();

    assertThat(send(HttpRequest.newBuilder(sent, (name, value) -> true)).statusCode())
        .isEqualTo(202);
  }
}
