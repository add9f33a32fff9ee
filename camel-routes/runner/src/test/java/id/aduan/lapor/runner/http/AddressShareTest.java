package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S22")
class AddressShareTest extends WebhookRig {
  @Override
  ConnectionLimits.Rules connections() {
    Duration minute = Duration.ofMinutes(1);
    return new ConnectionLimits.Rules(200, 2, minute, minute, minute);
  }

  @Test
  void anAddressThatHasItsShareGivesAPlaceUpForTheNextOne() throws Exception {
    try (Socket first = connect();
        Socket second = connect()) {
      assertServed(first);
      assertServed(second);
      try (Socket third = connect()) {
        assertServed(third);
        assertThat(first.getInputStream().read()).isEqualTo(-1);
        assertServed(second);
      }
    }
  }

  @Test
  void whoeverSendsSlowlyGivesUpItsPlaceBeforeOneThatIsNewer() throws Exception {
    try (Socket header = connect();
        Socket body = connect()) {
      say(header, "POST /webhooks/portal HTTP/1.1\r\nX-Half: ");
      say(body, ConnectionLimitsTest.REQUEST.replace("{}", "{"));
      for (int i = 0; i < 5; i++) {
        try (Socket good = connect()) {
          assertServed(good);
        }
      }
    }
  }

  private static void assertServed(Socket socket) throws Exception {
    say(socket, ConnectionLimitsTest.REQUEST);
    assertThat(ConnectionLimitsTest.answer(socket)).startsWith("HTTP/1.1 401 ");
  }
}
