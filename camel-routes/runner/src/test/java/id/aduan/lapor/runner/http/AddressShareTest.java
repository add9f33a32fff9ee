package id.aduan.lapor.runner.http;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S22")
class AddressShareTest extends AddressShareRig {
  private static final int LOOK_MILLIS = 50;
  private static final int ANSWER_MILLIS_MAX = 10_000;

  /** Usually the one that rests longest; another where that is still being answered. */
  @Test
  void anAddressThatHasItsShareGivesAPlaceUpForTheNextOne() throws Exception {
    try (Socket first = connect();
        Socket second = connect()) {
      assertServed(first);
      assertServed(second);
      assertNewcomerServed();
      Socket closed =
          await().until(() -> closed(List.of(first, second)), Optional::isPresent).orElseThrow();
      Socket kept = closed.equals(first) ? second : first;
      kept.setSoTimeout(ANSWER_MILLIS_MAX);
      assertServed(kept);
    }
  }

  private static Optional<Socket> closed(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.setSoTimeout(LOOK_MILLIS);
      try {
        if (socket.getInputStream().read() == -1) {
          return Optional.of(socket);
        }
      } catch (SocketTimeoutException e) {
        continue; // it is open, and nothing comes
      }
    }
    return Optional.empty();
  }
}
