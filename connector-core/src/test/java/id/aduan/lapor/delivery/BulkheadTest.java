package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Twenty agencies, real threads, and one that never answers. */
@Tag("C10")
@Tag("F31")
class BulkheadTest extends EngineRig {
  private static final int AGENCIES = 20;
  private static final int COMPLAINTS = 10;
  private static final int CHANGES = 2;
  private final CountDownLatch never = new CountDownLatch(1);
  private final Map<String, List<String>> delivered = new ConcurrentHashMap<>();

  @Test
  void one_that_hangs_for_ever_changes_nothing_for_the_others() {
    List<String> names = new ArrayList<>();
    for (int agency = 0; agency < AGENCIES; agency++) {
      String name = "agency-" + agency;
      names.add(name);
      for (int change = 1; change <= CHANGES; change++) {
        for (int complaint = 0; complaint < COMPLAINTS; complaint++) {
          enqueue(name, agency * COMPLAINTS + complaint, change);
        }
      }
    }
    CountDownLatch hung = new CountDownLatch(4);
    DeliveryStore stores = new DeliveryStore(store, store.claims(), store.targets(), store.audit());
    Dispatcher dispatcher =
        new Dispatcher(
            stores,
            policy,
            new World(InstantSource.system(), new SplittableRandom(1)),
            Map.of(),
            Optional.empty(),
            new DeliveryListener() {});
    BiFunction<Envelope, Instant, DeliveryResult> answers =
        (envelope, at) -> {
          delivered
              .computeIfAbsent(envelope.lane().target(), name -> new CopyOnWriteArrayList<>())
              .add(
                  envelope.lane().complaint()
                      + " "
                      + new String(envelope.payload(), StandardCharsets.UTF_8));
          return accepted();
        };
    for (String name : names) {
      dispatcher.attach(name, target(name.equals("agency-7") ? hanging(hung) : answers), 4);
    }
    dispatcher.start();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> settled() == (AGENCIES - 1) * COMPLAINTS * CHANGES);

    assertThat(hung.getCount()).isZero();
    assertThat(delivered).hasSize(AGENCIES - 1).doesNotContainKey("agency-7");
    delivered.values().forEach(BulkheadTest::assertEachLaneInOrder);
    never.countDown();
    dispatcher.close();
    Happened.times("F31", 4 - hung.getCount(), "calls that never ended");
  }

  private BiFunction<Envelope, Instant, DeliveryResult> hanging(CountDownLatch hung) {
    return (envelope, at) -> {
      hung.countDown();
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new DeliveryResult.Unknown("hung");
    };
  }

  private long settled() {
    return counts().getOrDefault(State.DONE, 0L);
  }

  private static void assertEachLaneInOrder(List<String> got) {
    assertThat(got).hasSize(COMPLAINTS * CHANGES).doesNotHaveDuplicates();
    for (String first : got.stream().filter(it -> it.endsWith(" 1")).toList()) {
      String second = first.substring(0, first.length() - 1) + "2";
      assertThat(got.indexOf(first)).isLessThan(got.indexOf(second));
    }
  }
}
