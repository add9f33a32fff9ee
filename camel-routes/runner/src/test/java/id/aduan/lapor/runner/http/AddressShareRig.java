package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * A listener at which an address has two places. For one test: what another has closed counts until
 * the listener has heard of it.
 */
abstract class AddressShareRig extends WebhookRig {
  @Override
  final ConnectionLimits.Rules connections() {
    Duration later = Duration.ofMinutes(10); // than a test waits for a place
    return new ConnectionLimits.Rules(200, 2, later, later, later);
  }

  static void assertServed(Socket socket) throws Exception {
    say(socket, ConnectionLimitsTest.REQUEST);
    assertThat(ConnectionLimitsTest.answer(socket)).startsWith("HTTP/1.1 401 ");
  }

  /** A newcomer; while all others are just being answered it is turned away, and comes again. */
  final void assertNewcomerServed() {
    await()
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              try (Socket newcomer = connect()) {
                say(newcomer, ConnectionLimitsTest.REQUEST);
                return ConnectionLimitsTest.answer(newcomer).startsWith("HTTP/1.1 401 ");
              }
            });
  }
}
