package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.runner.SampleConfig;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No thread that others need waits for a receiver that takes nothing. */
@Tag("C1")
@Tag("S22")
@Timeout(60)
class StalledReceiverTest extends WebhookRig {
  /** Sends as fast as it can: what is looked at here is not how often. */
  @Override
  void adapt(SampleConfig sample) {
    sample.replace(
        "port: 0, admin",
        "port: 0, rate: {perSecond: 100000}, ratePerAddress: {perSecond: 100000}, admin");
  }

  @Test
  void aReceiverThatTakesNothingStallsNobodyElse() throws Exception {
    byte[] genuine = request(event, complaint("9100001")).getBytes(StandardCharsets.UTF_8);
    AtomicLong said = new AtomicLong();
    try (Socket deaf = connect()) {
      Thread talker = new Thread(() -> talk(deaf, genuine, said), "talker");
      talker.setDaemon(true);
      talker.start();
      await()
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofMillis(100))
          .during(Duration.ofSeconds(1))
          .until(new StandsStill(said)::now);

      for (int i = 0; i < 5; i++) {
        assertThat(send(signed(event + "_" + i, complaint("9100002"))).statusCode()).isEqualTo(202);
      }
      assertThat(talker.isAlive()).isTrue();
    }
  }

  /** Whether a number is what it was when it was last looked at. */
  private static final class StandsStill {
    private final AtomicLong number;
    private long before;

    StandsStill(AtomicLong number) {
      this.number = number;
    }

    boolean now() {
      long last = before;
      before = number.get();
      return before > 0 && before == last;
    }
  }

  /** Sends one request again and again, until there is no room for more. */
  private static void talk(Socket socket, byte[] request, AtomicLong said) {
    try {
      while (!socket.isClosed()) {
        socket.getOutputStream().write(request);
        said.incrementAndGet();
      }
    } catch (IOException e) {
      said.set(-1);
    }
  }

  private static String request(String id, String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    return String.join(
        "\r\n",
        "POST /webhooks/portal HTTP/1.1",
        "Host: x",
        "Content-Type: application/json",
        "webhook-id: " + id,
        "webhook-timestamp: " + now,
        "webhook-signature: " + new Webhook(SampleConfig.SECRET).sign(id, now, body),
        "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
        "",
        body);
  }
}
