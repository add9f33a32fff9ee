package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two connectors that share a store, each with schedules and a clock of its own. */
class TwoConnectorsTest {
  private static final Duration EVERY = Duration.ofMillis(100);
  @TempDir private Path dir;

  private LaporConnector node(String name, FakePortal portal, JdbcStore store, Duration ahead)
      throws Exception {
    Path mapping = dir.resolve("mapping.yaml");
    Files.writeString(mapping, "version: \"2026-11-01\"\ndefault: dishub\ncategories: []\n");
    return LaporConnector.builder()
        .portal(portal)
        .agency("dishub", new FakeAgency())
        .mapping(Mapping.load(mapping, Set.of("dishub")))
        .store(store)
        .pollEvery(EVERY)
        .node(name)
        .world(() -> Instant.now().plus(ahead), new Random(1))
        .build();
  }

  /** How many slots of the portal's poll each node took. */
  private Map<String, Integer> taken() throws Exception {
    Map<String, Integer> taken = new TreeMap<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select node, count(*) from lapor_slot where schedule = 'poll.portal'"
                    + " group by node")) {
      while (rows.next()) {
        taken.put(rows.getString(1), rows.getInt(2));
      }
    }
    return taken;
  }

  private int slots() throws Exception {
    return taken().values().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  @Tag("C16")
  void each_slot_is_polled_once_and_a_node_that_hangs_keeps_the_other_from_none() throws Exception {
    FakePortal ofOne = new FakePortal();
    FakePortal ofOther = new FakePortal();
    CountDownLatch hanging = new CountDownLatch(1);
    JdbcStore store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    try (LaporConnector one = node("one", ofOne, store, Duration.ZERO);
        LaporConnector other = node("other", ofOther, store, Duration.ZERO)) {
      Instant begun = Instant.now();
      one.start();
      other.start();
      await().until(() -> slots() > 20);
      await()
          .untilAsserted(
              () -> assertThat(ofOne.readings() + ofOther.readings()).isEqualTo(slots()));
      long passed = Duration.between(begun, Instant.now()).dividedBy(EVERY) + 2;
      assertThat(slots()).isLessThanOrEqualTo((int) passed);

      ofOne.beforeReading(() -> waitFor(hanging));
      int before = ofOther.readings();
      await().until(() -> ofOther.readings() > before + 10);
      assertThat(hanging.getCount()).isOne();
      hanging.countDown();
    }
  }

  @Test
  @Tag("C16")
  @Tag("F50")
  void though_their_clocks_differ_by_half_an_hour_each_slot_is_polled_once() throws Exception {
    FakePortal ofOne = new FakePortal();
    FakePortal ofOther = new FakePortal();
    JdbcStore store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    try (LaporConnector one = node("one", ofOne, store, Duration.ZERO);
        LaporConnector other = node("other", ofOther, store, Duration.ofMinutes(30))) {
      one.start();
      other.start();
      await().until(() -> ofOne.readings() > 10 && ofOther.readings() > 10);

      await()
          .untilAsserted(
              () ->
                  assertThat(taken())
                      .containsEntry("one", ofOne.readings())
                      .containsEntry("other", ofOther.readings()));
      Happened.times(
          "F50", ofOne.readings() + ofOther.readings(), "polls of nodes half an hour apart");
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
