package id.aduan.lapor.runner.http;

import static id.aduan.lapor.runner.http.RawRequest.genuine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What waits for a store that hangs is bounded by its bytes, also after its sender was told 503.
 */
@Tag("C1")
@Tag("C22")
@Timeout(60)
class FullStoreTest extends WebhookRig {
  private static final int ROOM_FOR = 4;
  private final ByteBudget keeping = new ByteBudget(ROOM_FOR * 40_000);

  @Override
  Callbacks.Memory memory() {
    return new Callbacks.Memory(new ByteBudget(1 << 20), keeping);
  }

  @Override
  Duration storeMax() {
    return Duration.ofMillis(200);
  }

  @Test
  void aStoreThatHangsFillsNoMemoryAndWhatItTookIsKeptInTheEnd() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    var held = connector.store().submit(tx -> hold(stuck));
    String body = complaint("9100001") + " ".repeat(30_000);

    for (int i = 0; i < 3 * ROOM_FOR; i++) {
      RawAnswer told = genuine("msg_full_" + i, body).sendTo(ingress.address());
      told.isProblem(503, "store.unavailable");
      assertThat(told.head()).contains("Retry-After: 30");
    }
    assertThat(keeping.taken()).isBetween(30_000L * ROOM_FOR, 40_000L * ROOM_FOR);
    stuck.countDown();

    assertThat(held.get()).isTrue();
    await().until(() -> keeping.taken() == 0);
    await().untilAsserted(() -> genuine("msg_full_0", body).sendTo(ingress.address()).isAccepted());
    assertThat(isKept("msg_full_0")).isTrue();
    assertThat(isKept("msg_full_" + (3 * ROOM_FOR - 1))).isFalse();
  }

  private boolean isKept(String id) {
    return connector
        .store()
        .read(tx -> connector.store().inbox().find(tx, "portal.webhook", id))
        .isPresent();
  }

  static boolean hold(CountDownLatch stuck) {
    try {
      return stuck.await(50, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
