package id.aduan.lapor.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the contract about failures: what each proves, and what none tells. */
abstract class HttpTransportFaults extends HttpTransportUploads {
  /** How an answer can be cut. */
  enum Cut {
    BEFORE_IT(""),
    IN_ITS_FIRST_LINE("HTTP/1."),
    IN_ITS_HEADERS(OK + "Content-Le"),
    IN_ITS_BODY(OK + "Content-Length: 10\r\n\r\nabc"),
    IN_A_CHUNK(OK + "Transfer-Encoding: chunked\r\n\r\nff\r\nabc"),
    BETWEEN_CHUNKS(OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"),
    BY_NONSENSE("\u0001\u0002 no HTTP at all\r\n\r\n"),
    BY_A_MALFORMED_CHUNK(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n");

    private final String bytes;

    Cut(String bytes) {
      this.bytes = bytes;
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F32")
  @Tag("F33")
  void an_answer_that_is_cut_proves_nothing_and_nothing_is_sent_twice(Cut cut) {
    server =
        new RawServer(
            (request, connection) -> {
              RawServer.write(connection, cut.bytes);
              connection.close();
            });

    assertThat(failing(post(server.uri("/"))).kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(server.heard()).hasSize(1);
    Happened.times(
        cut.bytes.isEmpty() ? "F32" : "F33", server.heard().size(), "answers that were cut");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F34")
  void a_reset_proves_nothing_and_nothing_is_sent_twice(Cut cut) {
    server =
        new RawServer(
            (request, connection) -> {
              RawServer.write(connection, cut.bytes);
              connection.setSoLinger(true, 0);
              connection.close();
            });

    assertThat(failing(post(server.uri("/"))).kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(server.heard()).hasSize(1);
    Happened.times("F34", server.heard().size(), "connections that were reset");
  }

  @Test
  @Tag("F48")
  void a_connection_that_the_far_end_closes_meanwhile_never_carries_a_call_twice() {
    server =
        new RawServer(
            (request, connection) -> {
              RawServer.write(connection, OK + "Content-Length: 0\r\n\r\n");
              connection.close();
            });

    for (int i = 0; i < 50; i++) {
      String path = "/" + i;
      HttpFailure failure =
          catchThrowableOfType(
              HttpFailure.class, () -> transport().exchange(post(server.uri(path))));

      assertThat(failure == null || failure.kind() == Kind.UNCERTAIN).isTrue();
      assertThat(server.heard())
          .filteredOn(heard -> heard.line().startsWith("POST " + path + " "))
          .hasSizeLessThanOrEqualTo(1);
    }
    Happened.times("F48", server.heard().size(), "connections closed behind an answer");
  }

  @Test
  @Tag("F29")
  void a_refused_connection_proves_that_nothing_was_sent() {
    URI nobodyListens = URI.create("http://127.0.0.1:1/");

    assertThat(failing(post(nobodyListens)).kind()).isEqualTo(Kind.NOT_SENT);
    Happened.times("F29", 1, "a port where nobody listens");
  }

  @Test
  @Tag("F46")
  void an_unknown_host_proves_that_nothing_was_sent() {
    HttpFailure failure = failing(post(URI.create("http://nowhere.invalid/x")));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
    Happened.times("F46", 1, "a name that does not resolve");
  }

  @Test
  @Tag("F30")
  void a_connection_that_is_not_answered_proves_that_nothing_was_sent() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, waiting);

      HttpFailure failure =
          failing(post(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/")));

      assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
      Happened.times("F30", 1, "a listener whose queue is full");
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Until the system drops what more comes, as a firewall does. */
  private static void fill(ServerSocket listener, List<Socket> waiting) throws IOException {
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 200);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
    throw new IOException("this system takes more connections than it was asked to");
  }

  @ParameterizedTest
  @CsvSource({
    "token, 'ZZSEC\r\nX-Evil: 1'",
    "token, 'ZZSEC\u0000'",
    "token, 'ZZSEC\u00e9\u2028'",
    "'X Y', ZZSEC",
    "'X:\r\nY', ZZSEC",
    "Host, ZZSEC",
    "Content-Length, ZZSEC",
    "Transfer-Encoding, ZZSEC",
  })
  void a_header_that_http_cannot_carry_is_refused_and_its_value_not_told(
      String name, String value) {
    server = RawServer.answering(OK + "Content-Length: 0\r\n\r\n");

    HttpFailure failure = failing(call("GET", server.uri("/"), Map.of(name, value)));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(failure.getMessage()).doesNotContain("ZZSEC");
    assertThat(failure.getCause()).isNull();
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://127.0.0.1/", "http:/x", "mailto:a@b", "http://ZZSEC@127.0.0.1/"})
  void an_address_that_is_none_of_http_is_refused(String uri) {
    assertThat(failing(call("GET", URI.create(uri))).kind()).isEqualTo(Kind.NOT_SENT);
  }

  @Test
  void a_failure_names_method_and_address_and_nothing_of_a_person() {
    server = new RawServer((request, connection) -> connection.close());

    HttpFailure failure =
        failing(
            call(
                "PUT",
                server.uri("/complaints/8123456?nama=ZZPII"),
                Map.of("token", "ZZPII"),
                Optional.of(new HttpCall.Body("text/plain", "ZZPII".getBytes(UTF_8)))));

    assertThat(failure.getMessage())
        .startsWith("PUT " + server.uri("/complaints/8123456") + ": ")
        .doesNotContain("ZZPII");
  }
}
