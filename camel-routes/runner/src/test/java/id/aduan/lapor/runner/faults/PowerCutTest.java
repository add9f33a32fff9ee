package id.aduan.lapor.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.TicketStub;
import id.aduan.lapor.runner.WebhookLoad;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power of the disk below a store is cut again and again under load (F13), most times in the
 * middle of a commit. What was acknowledged is there each time, the store is whole, and in the end
 * each complaint has its one ticket. {@code -Dlapor.cuts=50} for as many cuts of each store, {@code
 * -Dlapor.seed} for the same ones again.
 */
@Tag("F13")
@Tag("C1")
@Tag("C7")
@Tag("C15")
@Tag("slow")
@Timeout(value = 1_800, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PowerCutTest {
  private static final int CUTS = Integer.getInteger("lapor.cuts", 2);
  private static final long SEED = Long.getLong("lapor.seed", System.nanoTime() & 0xffffff);
  private static final int ACKNOWLEDGED_MAX = 150;
  private static final int COMPLAINTS_APART = 100_000;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<String> acknowledged = new ArrayList<>();
  private int inside;
  private int lostBytes;
  @TempDir private Path folder;

  @BeforeEach
  void needs() throws Exception {
    assumeThat(LoopDisk.obstacle()).as("a disk whose power can be cut").isEmpty();
    assumeThat(DiskErrorTest.mayTrace()).as("strace is there and may trace").isTrue();
  }

  @Test
  void nothing_acknowledged_is_lost_when_the_power_of_sqlite_is_cut() throws Exception {
    try (LoopDisk disk = new LoopDisk(Files.createDirectory(folder.resolve("loop")));
        PoweredStore store = new PoweredStore.Sqlite(disk)) {
      cutAgainAndAgain("SQLite", store);
    }
  }

  @Test
  @Tag("nightly")
  void nothing_acknowledged_is_lost_when_the_power_of_postgresql_is_cut() throws Exception {
    try (LoopDisk disk = new LoopDisk(Files.createDirectory(folder.resolve("loop")));
        PoweredStore store = new PoweredPostgres(disk, folder.resolve("postgres.log"))) {
      cutAgainAndAgain("PostgreSQL", store);
    }
  }

  private void cutAgainAndAgain(String name, PoweredStore store) throws Exception {
    Random chance = new Random(SEED);
    try (TicketStub agency = new TicketStub()) {
      SampleConfig sample = SampleConfig.of(folder, agency.baseUri());
      sample.replace("{path: store/lapor.db}", store.section());
      String config = sample.file().toString();
      for (int cut = 1; cut <= CUTS; cut++) {
        // The first one makes the tables, and the second loses something in any case.
        Hold hold =
            switch (cut) {
              case 1 -> Hold.NONE;
              case 2 -> new Hold(Hold.Where.BEFORE_SYNC, 40);
              default -> Hold.anywhere(chance);
            };
        try (LaporProcesses lapor = new LaporProcesses(folder)) {
          cut(store, lapor, config, new Cut(cut, hold, 1 + chance.nextInt(ACKNOWLEDGED_MAX)));
          store.comeBack();
          assertWhole(lapor, config, cut);
          assertThat(Kept.complaints(store.connect()))
              .as("after cut %d at %s, seed %d", cut, hold, SEED)
              .containsAll(acknowledged);
        }
      }
      Happened.times(
          "F13",
          CUTS,
          "power cuts of %s, %d in the middle of a commit, %d lost what was written and not synced; %d complaints acknowledged, seed %d"
              .formatted(name, inside, lostBytes, acknowledged.size(), SEED));
      assertThat(lostBytes).isPositive();
      assertEachHasItsTicket(store, config, agency);
    }
  }

  private record Cut(int number, Hold hold, int wanted) {}

  private void cut(PoweredStore store, LaporProcesses lapor, String config, Cut cut)
      throws Exception {
    CompletableFuture<URI> ready = store.start(lapor, "run" + cut.number(), config, cut.hold());
    await().atMost(SOON).until(() -> ready.isDone() || store.isHeld());
    if (!ready.isDone()) { // at a sync of the start
      inside++;
      store.standStill();
      lostBytes += store.cut() ? 1 : 0;
      return;
    }
    try (WebhookLoad load = new WebhookLoad(ready.get(), 8, cut.number() * COMPLAINTS_APART)) {
      boolean anywhere = cut.hold().where() == Hold.Where.NOWHERE;
      await()
          .atMost(SOON)
          .until(() -> anywhere ? load.acknowledged().size() > cut.wanted() : store.isHeld());
      inside += anywhere ? 0 : 1;
      store.standStill();
      acknowledged.addAll(load.acknowledged());
      lostBytes += store.cut() ? 1 : 0;
    }
  }

  private static void assertWhole(LaporProcesses lapor, String config, int cut) throws Exception {
    Process verify = lapor.start("verify" + cut, "store", "verify", "--config", config);
    assertThat(verify.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(verify.exitValue())
        .as("seed %d, cut %d: %s", SEED, cut, lapor.said("verify" + cut))
        .isZero();
  }

  private void assertEachHasItsTicket(PoweredStore store, String config, TicketStub agency)
      throws Exception {
    try (LaporProcesses lapor = new LaporProcesses(folder)) {
      URI unused = store.start(lapor, "last", config, Hold.NONE).get();
      await().atMost(Duration.ofMinutes(10)).until(() -> agency.stored().containsAll(acknowledged));
      assertThat(agency.stored()).as("seed %d", SEED).doesNotHaveDuplicates();
    }
  }
}
