package id.aduan.lapor.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the contract about bounds: every call ends in time and within its size. */
abstract class HttpTransportBounds extends HttpTransportFixture {
  @Test
  @Tag("F31")
  void silence_ends_at_the_deadline() {
    server = new RawServer((request, connection) -> server.hang());

    HttpFailure failure = failing(post(server.uri("/")));

    assertThat(failure.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(failure).hasMessageContaining("no whole answer within PT1S");
    Happened.times("F31", server.heard().size(), "requests that were never answered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        OK + "X-Long: ",
        OK + "Content-Length: 100000\r\n\r\n",
        OK + "\r\n",
      })
  @Tag("F35")
  void an_answer_that_drips_ends_at_the_deadline_and_its_connection_too(String begin)
      throws Exception {
    server =
        new RawServer(
            (request, connection) -> {
              RawServer.write(connection, begin);
              while (server.pause(50)) {
                RawServer.write(connection, "H");
              }
            });

    HttpFailure failure = failing(post(server.uri("/")));

    assertThat(failure.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(server.isBrokenOffWithin(5)).isTrue();
    Happened.times("F35", server.heard().size(), "answers that drip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + "Content-Length: 2000000000\r\n\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
        OK + "\r\n",
      })
  @Tag("F42")
  void an_endless_answer_is_cut_at_the_limit_and_its_connection_too(String begin) throws Exception {
    server = endless(begin);

    HttpFailure failure = failing(call("GET", server.uri("/")));

    assertThat(failure.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(server.isBrokenOffWithin(5)).isTrue();
    Happened.times("F42", server.heard().size(), "answers without end");
  }

  @Test
  void endless_headers_end() {
    server = endless(OK + "X-Long: ");

    assertThat(failing(call("GET", server.uri("/"))).kind()).isEqualTo(Kind.UNCERTAIN);
  }

  private static RawServer endless(String begin) {
    String much = "x".repeat(8192);
    return new RawServer(
        (request, connection) -> {
          RawServer.write(connection, begin);
          while (true) {
            RawServer.write(connection, much);
          }
        });
  }

  @Test
  void an_answer_as_large_as_the_limit_is_whole() throws HttpFailure {
    server =
        RawServer.answering(
            OK + "Content-Length: " + REPLY_BYTES_MAX + "\r\n\r\n" + "x".repeat(REPLY_BYTES_MAX));

    assertThat(transport().exchange(call("GET", server.uri("/"))).body()).hasSize(REPLY_BYTES_MAX);
  }

  @Test
  void a_slow_answer_within_the_deadline_is_waited_for() throws HttpFailure {
    server =
        new RawServer(
            (request, connection) -> {
              if (server.pause(600)) {
                RawServer.write(connection, OK + "Content-Length: 2\r\n\r\nok");
              }
            });

    assertThat(transport().exchange(post(server.uri("/"))).text()).isEqualTo("ok");
  }

  @Test
  void a_handshake_that_never_ends_ends_at_the_deadline() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI secure = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/");

      assertThat(failing(post(secure))).isNotNull();
    }
  }
}
