package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers might read in two ways get 400, and their connection ends (row 19). */
@Tag("C2")
@Tag("S22")
class HttpFramingTest extends WebhookRig {
  private static final String POST = "POST /webhooks/portal HTTP/1.1\r\nHost: x\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String CHUNKED = POST + JSON + "Transfer-Encoding: chunked\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /webhooks/portal HTTP/1.1\nHost: x\nContent-Length: 0\n\n",
        POST + JSON + "Content-Length: 2\n\r\n{}",
        POST + JSON + "Content-Length: 2\r\n\n{}",
        POST + JSON + "X: a\nY: b\r\nContent-Length: 2\r\n\r\n{}",
        POST + JSON + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        POST + JSON + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "GET /\r\n",
        "GET / HTTP/3.7\r\nHost: x\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: x\r\n\r\n"
      })
  void anAmbiguousRequestIsRefusedAndItsConnectionEnds(String request) throws Exception {
    assertRefused(request, 400, "http.malformed");
  }

  @Test
  void aBareLineFeedIsFoundWhereverTheHeaderIsCut() throws Exception {
    try (Socket socket = connect()) {
      socket.setTcpNoDelay(true);
      for (char next : (POST + JSON + "X: a\n").toCharArray()) {
        say(socket, String.valueOf(next));
      }

      assertThat(all(socket)).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    }
  }

  @Test
  void aBareLineFeedIsFoundInTheSecondRequestOfAConnection() throws Exception {
    try (Socket socket = connect()) {
      say(socket, ConnectionLimitsTest.REQUEST);
      assertThat(ConnectionLimitsTest.answer(socket)).startsWith("HTTP/1.1 401 ");
      say(socket, ConnectionLimitsTest.REQUEST.replace("Host: x\r\n", "Host: x\n"));

      assertThat(all(socket)).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    }
  }

  @Test
  void lineFeedsOfABodyAreItsOwn() throws Exception {
    assertThat(send(signed(event, "\n\n" + complaint("9100001"))).statusCode()).isEqualTo(202);
  }

  @Test
  void aLongChunkExtensionIsRefused() throws Exception {
    assertRefused(CHUNKED + "1;x=" + "y".repeat(1 << 20), 400, "http.malformed");
  }

  @Test
  void moreThanAHundredHeaderFieldsAreRefused() throws Exception {
    String most = POST + "X: y\r\n".repeat(98);

    assertRefused(most + "X: y\r\nX: y\r\n\r\n", 431, "http.header_too_large");
    assertRefused(most + "X: y\r\n\r\n", 415, "http.media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "415 POST /webhooks/portal HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
        "405 PUT /webhooks/portal HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
        "404 POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
        "404 POST /a/../b HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
        "413 " + POST + JSON + "Content-Length: 999999999\r\n\r\n",
      })
  void aRefusalBeforeTheBodyWasReadEndsTheConnection(String expected) throws Exception {
    assertRefused(expected.substring(4), Integer.parseInt(expected.substring(0, 3)), "http.");
  }

  private void assertRefused(String request, int status, String code) throws Exception {
    try (Socket socket = connect()) {
      sayWhatIsTaken(socket, request);

      assertThat(all(socket))
          .startsWith("HTTP/1.1 " + status + " ")
          .contains("Connection: close", "application/problem+json", "\"code\":\"" + code)
          .doesNotContainIgnoringCase("<html", "jetty", "exception");
    }
  }

  /** A refusal may come before everything was said. */
  private static void sayWhatIsTaken(Socket socket, String request) throws Exception {
    try {
      say(socket, request);
    } catch (SocketException e) {
      assertThat(request.length()).isGreaterThan(1 << 16);
    }
  }

  private static String all(Socket socket) throws Exception {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
