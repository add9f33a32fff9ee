package id.aduan.lapor.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link HttpTransport} promises: it carries calls unchanged and does nothing by itself.
 * Extend this class and say how one is made.
 */
public abstract class HttpTransportContract extends HttpTransportFaults {
  private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  @Test
  void an_answer_comes_back_as_it_was_sent_whatever_its_status() throws HttpFailure {
    String body = "\u0000\u00ff\r\n{\"t\": 1}";
    server =
        RawServer.answering(
            "HTTP/1.1 418 No\r\nX-Kind: a\r\nX-KIND: b\r\nContent-Type: application/json\r\n"
                + ("Content-Length: " + body.length() + "\r\n\r\n" + body));

    HttpReply reply = transport().exchange(call("POST", server.uri("/x")));

    assertThat(reply.status()).isEqualTo(418);
    assertThat(reply.headers()).containsEntry("x-kind", "a");
    assertThat(reply.mediaType()).isEqualTo("application/json");
    assertThat(reply.body()).isEqualTo(body.getBytes(ISO_8859_1));
  }

  @Test
  void a_chunked_answer_is_put_together() throws HttpFailure {
    server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n");

    assertThat(transport().exchange(call("GET", server.uri("/"))).text()).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void an_answer_without_a_body_is_empty(int status) throws HttpFailure {
    server = RawServer.answering("HTTP/1.1 " + status + " X\r\n\r\n");

    HttpReply reply = transport().exchange(call("GET", server.uri("/")));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  @Tag("S4")
  void the_call_goes_out_with_its_own_headers_and_what_http_itself_needs() throws HttpFailure {
    server = RawServer.answering(EMPTY);
    byte[] body = {0, 1, (byte) 0xff, '{', '}', '\r', '\n'};

    var unused =
        transport()
            .exchange(
                call(
                    "POST",
                    server.uri("/x"),
                    Map.of("Accept", "application/json", "X-Key", "k"),
                    Optional.of(new HttpCall.Body("multipart/form-data; boundary=a-B", body))));

    Heard heard = server.heard().get(0);
    assertThat(heard.body()).isEqualTo(body);
    assertThat(heard.headers())
        .containsEntry("accept", "application/json")
        .containsEntry("x-key", "k")
        .containsEntry("content-type", "multipart/form-data; boundary=a-B")
        .containsEntry("content-length", "7");
    assertThat(Set.of("accept", "x-key", "content-type", "content-length", "host"))
        .isSubsetOf(heard.headers().keySet());
    assertThat(heard.headers().keySet())
        .isSubsetOf(
            "accept",
            "x-key",
            "content-type",
            "content-length",
            "host",
            "connection",
            "user-agent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT"})
  void a_call_without_a_body_says_so(String method) throws HttpFailure {
    server = RawServer.answering(EMPTY);

    var unused = transport().exchange(call(method, server.uri("/x")));

    assertThat(server.heard().get(0).line()).isEqualTo(method + " /x HTTP/1.1");
    assertThat(server.heard().get(0).headers())
        .containsEntry("content-length", "0")
        .doesNotContainKey("content-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{8f2c-token}",
        "{{lapor.portal.token}}",
        "${env:HOME}",
        "$simple{body} ${header.x}",
        "#{1+1} RAW(x) %7B %s \\n",
        "a,b;c=\"d\"",
        "[a, b]",
      })
  @Tag("S10")
  void the_value_of_a_header_arrives_as_it_is(String value) throws HttpFailure {
    server = RawServer.answering(EMPTY);

    var unused = transport().exchange(call("GET", server.uri("/"), Map.of("token", value)));

    assertThat(server.heard().get(0).headers()).containsEntry("token", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a%2Fb/c%20d/%7Bid%7D/%C3%A9",
        "/a;v=1,2/@:$&'()*+!~",
        "/x?q=%2F%20+&r=a%26b&s=%7B%7Bx%7D%7D&t=%25&u=",
        "/x?a=1&a=2&updated_since=2026-11-23T04:00:00+07:00&o=[1]",
        "/x?http.socket.timeout=1&throwExceptionOnFailure=true&bridgeEndpoint=true",
      })
  @Tag("S10")
  void the_address_arrives_byte_for_byte(String path) throws HttpFailure {
    server = RawServer.answering(EMPTY);

    var unused = transport().exchange(call("GET", server.uri(path)));

    assertThat(server.heard().get(0).line()).isEqualTo("GET " + path + " HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({
    "301, token",
    "302, token",
    "303, token",
    "307, token",
    "308, token",
    "301, Authorization",
    "302, Authorization",
    "307, Authorization",
    "308, Authorization",
  })
  @Tag("S5")
  @Tag("F39")
  void a_redirect_is_an_answer_and_nobody_goes_there(int status, String secretHeader)
      throws HttpFailure {
    try (RawServer elsewhere = RawServer.answering(EMPTY)) {
      server =
          RawServer.answering(
              "HTTP/1.1 "
                  + status
                  + " Moved\r\nLocation: "
                  + elsewhere.uri("/x")
                  + "\r\nContent-Length: 0\r\n\r\n");

      HttpReply reply =
          transport()
              .exchange(call("GET", server.uri("/"), Map.of(secretHeader, "Basic c2VjcmV0")));

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.header("location")).contains(elsewhere.uri("/x").toString());
      assertThat(elsewhere.connections()).isZero();
      Happened.times("F39", server.heard().size(), "redirects");
    }
  }

  @Test
  void a_demand_for_credentials_is_an_answer() throws HttpFailure {
    server =
        RawServer.answering(
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");

    assertThat(transport().exchange(call("GET", server.uri("/"))).status()).isEqualTo(401);
    assertThat(server.heard()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"GET, 429", "GET, 503", "POST, 429", "POST, 503"})
  @Tag("F37")
  void a_far_end_that_is_busy_is_an_answer_and_nothing_is_sent_twice(String method, int status)
      throws HttpFailure {
    server =
        RawServer.answering(
            "HTTP/1.1 " + status + " Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");

    HttpReply reply = transport().exchange(call(method, server.uri("/")));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("retry-after")).contains("0");
    assertThat(server.heard()).hasSize(1);
    Happened.times("F37", server.heard().size(), "answers 429 and 503");
  }

  @Test
  void no_cookie_is_kept() throws HttpFailure {
    server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n");

    var first = transport().exchange(call("GET", server.uri("/")));
    var second = transport().exchange(call("GET", server.uri("/")));

    assertThat(first.header("set-cookie")).contains("a=b; Path=/");
    assertThat(second.status()).isEqualTo(200);
    assertThat(server.heard().get(1).headers()).doesNotContainKey("cookie");
  }

  @Test
  @Tag("F43")
  void a_compressed_answer_is_not_unpacked() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("x".repeat(100_000).getBytes(UTF_8));
    }
    server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                + zipped.size()
                + "\r\n\r\n"
                + zipped.toString(ISO_8859_1));

    HttpReply reply = transport().exchange(call("GET", server.uri("/")));

    assertThat(reply.body()).isEqualTo(zipped.toByteArray());
    assertThat(reply.header("content-encoding")).contains("gzip");
    Happened.times("F43", server.heard().size(), "compressed answers");
  }

  @Test
  void a_java_object_in_an_answer_is_bytes_like_any_other() throws HttpFailure {
    server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-java-serialized-object\r\n"
                + "Content-Length: 3\r\n\r\nabc");

    assertThat(transport().exchange(call("GET", server.uri("/"))).text()).isEqualTo("abc");
  }

  @Test
  void a_connection_is_used_again() throws HttpFailure {
    server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    for (int i = 0; i < 5; i++) {
      assertThat(transport().exchange(call("POST", server.uri("/"))).text()).isEqualTo("ok");
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void many_threads_get_each_its_own_answer() throws Exception {
    server = new RawServer((request, connection) -> RawServer.write(connection, echo(request)));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String path = "/" + i;
        answers.add(
            threads.submit(() -> transport().exchange(call("GET", server.uri(path))).text()));
      }

      for (int i = 0; i < 200; i++) {
        assertThat(answers.get(i).get()).isEqualTo("GET /" + i + " HTTP/1.1");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String echo(Heard request) throws IOException {
    return "HTTP/1.1 200 OK\r\nContent-Length: "
        + request.line().length()
        + "\r\n\r\n"
        + request.line();
  }
}
