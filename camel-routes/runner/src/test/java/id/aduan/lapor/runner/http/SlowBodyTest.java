package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Row 20: a body that comes slower than its pace is not waited for, long before its time is up. */
@Tag("C2")
@Tag("S22")
@Timeout(60)
class SlowBodyTest extends WebhookRig {
  private static final int LARGE_BYTES_MAX = 4 * 1024 * 1024;
  private final ByteBudget reading = new ByteBudget(3L * 1024 * 1024);

  @Override
  BodyReader.Rules body() {
    return new BodyReader.Rules(
        LARGE_BYTES_MAX, Duration.ofMinutes(10), Duration.ofMillis(300), 1_000);
  }

  @Override
  Callbacks.Memory memory() {
    return new Callbacks.Memory(reading, new ByteBudget(LARGE_BYTES_MAX));
  }

  private static String head(long length) {
    return "POST /webhooks/portal HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  @Test
  void row20_aByteNowAndThenIsAnswered408() throws Exception {
    try (Socket slow = connect()) {
      say(slow, head(1000));
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> isOver(slow));

      assertThat(ConnectionLimitsTest.answer(slow))
          .startsWith("HTTP/1.1 408 ")
          .contains("http.timeout", "Connection: close");
    }
  }

  /** One more byte, unless it was answered, or closed behind the answer. */
  private static boolean isOver(Socket slow) throws IOException {
    if (slow.getInputStream().available() > 0) {
      return true;
    }
    try {
      say(slow, "x");
      return false;
    } catch (SocketException closed) {
      return true; // the answer is read next, and tells what came of it
    }
  }

  @Test
  void aSteadyPaceIsWaitedFor() {
    BodyReader.Rules usual = BodyReader.Rules.usual(1);

    assertThat(usual.patience(0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(usual.patience(10_000)).isEqualTo(Duration.ofSeconds(15));
    assertThat(usual.patience(10_000_000)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  @Tag("C22")
  void largeBodiesShareTheirMemoryAndUsualOnesNeedNoneOfIt() throws Exception {
    try (Socket large = connect()) {
      say(large, head(3 * 1024 * 1024 + 1));
      say(large, "x".repeat(3 * 1024 * 1024));
      await().until(() -> reading.taken() > 2 * 1024 * 1024);

      RawAnswer another =
          RawRequest.genuine(event, "x".repeat(1024 * 1024 + BodyReader.FREE_BYTES))
              .sendTo(ingress.address());
      another.isProblem(503, "store.unavailable");
      assertThat(another.head()).contains("Retry-After: 30", "Connection: close");
      RawRequest.genuine(event, complaint("9100001")).sendTo(ingress.address()).isAccepted();
    }
    await().until(() -> reading.taken() == 0);
  }
}
