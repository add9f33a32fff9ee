package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.TrackingId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
  @ValueSource(strings = {"application/json;charset=UTF-8", "Application/JSON; charset=\"utf-8\""})
  void theMediaTypeIsReadAsHttpWritesIt(String type) throws Exception {
    HttpRequest.Builder request = signed(event, complaint("9100001"));

    assertThat(send(request.setHeader("Content-Type", type)).statusCode()).isEqualTo(202);
  }

  @Test
  void aBodyAboveTheLimitIsRefusedByItsLengthAndByItsBytes() throws Exception {
    String large = "x".repeat(BODY_BYTES_MAX + 1);

    assertProblem(send(signed(event, large)), 413, "http.body_too_large");
    assertProblem(send(signed(event, large).POST(chunked(large))), 413, "http.body_too_large");
    String whole = " ".repeat(BODY_BYTES_MAX);
    assertThat(send(signed(event, whole).POST(chunked(whole))).statusCode()).isEqualTo(202);
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
}
