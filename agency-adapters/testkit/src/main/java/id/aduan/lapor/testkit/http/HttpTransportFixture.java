package id.aduan.lapor.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the parts of the contract share: a server, a transport, calls with tight bounds. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class HttpTransportFixture {
  static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final Duration SLACK = Duration.ofSeconds(2);
  static final int REPLY_BYTES_MAX = 200_000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
  static final HttpBounds BOUNDS = new HttpBounds(CONNECT_TIMEOUT, DEADLINE, REPLY_BYTES_MAX);
  static final String OK = "HTTP/1.1 200 OK\r\n";

  RawServer server = RawServer.answering(OK + "Content-Length: 0\r\n\r\n");
  private HttpTransport transport = call -> new HttpReply(0, Map.of(), new byte[0]);

  /** A new transport; the contract closes it. */
  protected abstract HttpTransport make();

  @BeforeEach
  final void makeTransport() {
    server.close();
    transport = make();
  }

  @AfterEach
  final void end() {
    transport.close();
    server.close();
  }

  final HttpTransport transport() {
    return transport;
  }

  static HttpCall call(String method, URI uri) {
    return call(method, uri, Map.of());
  }

  static HttpCall call(String method, URI uri, Map<String, String> headers) {
    return call(method, uri, headers, Optional.empty());
  }

  static HttpCall call(
      String method, URI uri, Map<String, String> headers, Optional<HttpCall.Body> body) {
    return new HttpCall(method, uri, headers, body, BOUNDS, TlsIdentity.SYSTEM);
  }

  static HttpCall post(URI uri) {
    byte[] text = "laporan".getBytes(UTF_8);
    return call("POST", uri, Map.of(), Optional.of(new HttpCall.Body("text/plain", text)));
  }

  final HttpFailure failing(HttpCall call) {
    long begun = System.nanoTime();
    HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> transport.exchange(call));
    assertThat(failure).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE.plus(SLACK));
    return failure;
  }
}
