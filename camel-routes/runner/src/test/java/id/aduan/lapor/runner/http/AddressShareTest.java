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
  void oneAddressHasNoMoreThanItsShareOfThePlaces() throws Exception {
    try (Socket first = connect()) {
      assertServed(first);
      try (Socket second = connect()) {
        assertServed(second);
        try (Socket third = connect()) {
          assertThat(third.getInputStream().read()).isEqualTo(-1);
        }
        assertServed(first);
        assertServed(second);
      }
    }
  }

  private static void assertServed(Socket socket) throws Exception {
    say(socket, ConnectionLimitsTest.REQUEST);
    assertThat(ConnectionLimitsTest.answer(socket)).startsWith("HTTP/1.1 401 ");
  }
}
