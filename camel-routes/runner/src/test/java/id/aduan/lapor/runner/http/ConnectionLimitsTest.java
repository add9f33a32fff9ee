package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is slow or silent loses the place to whoever is not. */
@Tag("S22")
class ConnectionLimitsTest extends WebhookRig {
  private static final int CONNECTIONS_MAX = 8;
  private static final int PER_ADDRESS_MAX = 8;
  static final String REQUEST =
      "POST /webhooks/portal HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
          + "Content-Length: 2\r\n\r\n{}";
  private final List<Socket> sockets = new ArrayList<>();

  @Override
  ConnectionLimits.Rules connections() {
    return new ConnectionLimits.Rules(
        CONNECTIONS_MAX,
        PER_ADDRESS_MAX,
        Duration.ofMillis(400),
        Duration.ofMillis(400),
        Duration.ofMillis(1500));
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  @Test
  void aHeaderThatComesByteByByteIsNotWaitedFor() throws Exception {
    Socket slow = caller();
    say(slow, "POST /webhooks/portal HTTP/1.1\r\nHost: x\r\nX-Slow: ");

    awaitHangUpWhileSaying(slow, "y");
  }

  @Test
  void emptyLinesBeforeARequestAreCountedAsItsHeader() throws Exception {
    awaitHangUpWhileSaying(caller(), "\r\n");
  }

  @Test
  void theSecondHeaderOfAConnectionIsNotWaitedForEither() throws Exception {
    Socket slow = caller();
    say(slow, REQUEST);
    assertThat(answer(slow)).startsWith("HTTP/1.1 401 ").doesNotContain("Connection: close");
    say(slow, REQUEST);
    assertThat(answer(slow)).startsWith("HTTP/1.1 401 ");

    awaitHangUpWhileSaying(slow, "P");
  }

  @Test
  void aGoodCallerIsServedWhileOthersHoldEveryPlace() throws Exception {
    for (int i = 0; i < CONNECTIONS_MAX; i++) {
      say(caller(), "POST /webhooks/portal HTTP/1.1\r\nX-Half: ");
    }

    assertServed();
  }

  @Test
  void silentConnectionsMakeRoomOnceMostPlacesAreTaken() throws Exception {
    for (int i = 0; i < CONNECTIONS_MAX; i++) {
      caller();
    }

    assertServed();
  }

  @Test
  void aSilentConnectionStaysWhileThereIsRoom() throws Exception {
    Socket silent = caller();
    Socket slow = caller();
    say(slow, "P");
    awaitHangUpWhileSaying(slow, "O");

    say(silent, REQUEST);
    assertThat(answer(silent)).startsWith("HTTP/1.1 401 ");
  }

  private Socket caller() throws IOException {
    Socket socket = connect();
    sockets.add(socket);
    return socket;
  }

  /** The place may be free only after some others were closed. */
  private void assertServed() {
    await()
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              Socket good = caller();
              say(good, REQUEST);
              return answer(good).startsWith("HTTP/1.1 401 ");
            });
  }

  private static void awaitHangUpWhileSaying(Socket socket, String text) throws IOException {
    socket.setSoTimeout(20);
    await().pollInterval(Duration.ofMillis(20)).until(() -> hungUp(socket, text));
  }

  private static boolean hungUp(Socket socket, String text) {
    try {
      say(socket, text);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** One answer, up to the end of its body; or what came before the connection ended. */
  static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    int next = socket.getInputStream().read();
    while (next >= 0) {
      answer.append((char) next);
      next = next == '}' ? -1 : socket.getInputStream().read();
    }
    return answer.toString();
  }
}
