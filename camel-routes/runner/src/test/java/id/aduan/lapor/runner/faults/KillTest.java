package id.aduan.lapor.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.cluster.Postgres;
import id.aduan.lapor.runner.faults.KeyedDesk.Carried;
import id.aduan.lapor.testkit.ledger.Effect;
import id.aduan.lapor.testkit.ledger.LedgerCheck;
import id.aduan.lapor.testkit.ledger.LedgerCheck.FaultCount;
import id.aduan.lapor.testkit.ledger.Told;
import id.aduan.lapor.testkit.ledger.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process is killed again and again, at random moments of its start and of its work under load.
 * Held against the ledgers of both sides: the newest acknowledged revision of each complaint came
 * to the agency, which honours keys; each once; none after a newer one. {@code -Dlapor.kills=200}
 * for as many on each store, {@code -Dlapor.seed} for the same moments again.
 */
@Tag("F1")
@Tag("C1")
@Tag("C3")
@Tag("C7")
@Tag("C8")
@Tag("C15")
@Tag("slow")
@Timeout(value = 3_600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillTest {
  private static final int KILLS = Integer.getInteger("lapor.kills", 1);
  private static final long SEED = Long.getLong("lapor.seed", System.nanoTime() & 0xffffff);
  private static final int LIVES_AFTER_READY_MAX_MILLIS = 1_500;
  private static final int LIVES_AFTER_START_MAX_MILLIS = 4_000;

  /** One of so many is killed while it starts, ready or not. */
  private static final int AT_THE_START = 8;

  private static final int CONNECTIONS = 8;

  /** A lease of the last one killed runs out, and what it had is sent again. */
  private static final Duration SETTLED_AFTER_MAX = Duration.ofMinutes(10);

  private final Random chance = new Random(SEED);
  private int underLoad;
  private int whileStarting;
  @TempDir private Path folder;

  private interface Database {
    Connection connect() throws SQLException;
  }

  @Test
  void on_sqlite_nothing_is_lost_doubled_or_out_of_order() throws Exception {
    Path file = folder.resolve("store/lapor.db");
    run("sqlite", "", () -> DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  @Test
  void on_postgresql_nothing_is_lost_doubled_or_out_of_order() throws Exception {
    try (Postgres database = new Postgres()) {
      String section =
          "{postgres: {url: \"%s\", user: postgres, password: \"${env:DB_PASSWORD}\"}, node: one}"
              .formatted(database.url());
      run("PostgreSQL", section, database::connect);
    }
  }

  private void run(String store, String section, Database database) throws Exception {
    try (KeyedDesk desk = new KeyedDesk();
        Revisions portal = new Revisions(CONNECTIONS, SEED)) {
      SampleConfig sample = SampleConfig.in(folder);
      desk.configure(sample);
      if (!section.isEmpty()) {
        sample.replace("{path: store/lapor.db}", section);
      }
      String config = sample.file().toString();
      for (int kill = 1; kill <= KILLS; kill++) {
        startAndKill(kill, config, portal, desk);
      }
      try (LaporProcesses lapor = new LaporProcesses(folder)) {
        portal.to(LaporProcesses.readyAt(lapor.start("last", "run", "--config", config)));
        portal.end();
        await().atMost(SETTLED_AFTER_MAX).until(() -> Kept.unsettled(database.connect()) == 0);
        judge(store, portal, desk, Kept.parked(database.connect()));
      }
    }
  }

  private void startAndKill(int kill, String config, Revisions portal, KeyedDesk desk)
      throws Exception {
    try (LaporProcesses lapor = new LaporProcesses(folder)) {
      Process process = lapor.start("run", "run", "--config", config);
      if (kill % AT_THE_START == 0) {
        assertThat(diesWithin(process, chance.nextInt(LIVES_AFTER_START_MAX_MILLIS))).isFalse();
        whileStarting++;
      } else {
        portal.to(LaporProcesses.readyAt(process));
        int before = portal.messages();
        await().atMost(Duration.ofSeconds(60)).until(() -> portal.messages() > before);
        assertThat(diesWithin(process, chance.nextInt(LIVES_AFTER_READY_MAX_MILLIS))).isFalse();
        underLoad += portal.underWay() + desk.underWay() > 0 ? 1 : 0;
      }
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean diesWithin(Process process, int millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  private void judge(String store, Revisions portal, KeyedDesk desk, Set<Integer> parked) {
    LedgerCheck ledger = new LedgerCheck(SEED);
    Map<Integer, Integer> newest = portal.acknowledged();
    newest.forEach(
        (complaint, last) -> {
          for (int revision = 1; revision <= last; revision++) { // an older one may be passed over
            boolean owed = revision == last && !parked.contains(complaint);
            ledger.told(
                new Told(complaint + " r" + revision, complaint + " at dishub", revision, owed));
          }
        });
    Map<String, Carried> once = new LinkedHashMap<>();
    desk.carried().forEach(it -> once.putIfAbsent(it.complaint() + " r" + it.revision(), it));
    once.forEach((key, it) -> ledger.effect(new Effect(key, it.toString())));
    int kills = KILLS - whileStarting;
    ledger.fault(
        new FaultCount("kill -9 with requests under way", Math.max(1, kills / 2), underLoad));
    ledger.fault(new FaultCount("messages cut off before their answer", 1, portal.cutOff()));

    Verdict verdict = ledger.verdict();
    System.out.println(verdict);
    Happened.times("F1", underLoad + whileStarting, told(store, portal, desk, parked));
    verdict.requireClean();
    assertThat(desk.carried().stream().filter(Carried::opens).map(Carried::complaint))
        .as("one ticket for each complaint")
        .doesNotHaveDuplicates()
        .containsAll(newest.keySet().stream().filter(it -> !parked.contains(it)).toList());
    assertNothingOlderIsSetAgain(desk.carried());
    assertThat(parked)
        .as("begun three times, some of them by one kill")
        .hasSizeLessThanOrEqualTo(KILLS < 10 ? 0 : Math.max(CONNECTIONS, KILLS / 10));
  }

  /** The same may be set twice under two keys, since it is the same then; an older one may not. */
  private static void assertNothingOlderIsSetAgain(List<Carried> carried) {
    Map<Integer, Integer> last = new HashMap<>();
    for (Carried it : carried) {
      Integer before = last.put(it.complaint(), it.revision());
      assertThat(it.revision()).as("%s", it).isGreaterThanOrEqualTo(before == null ? 0 : before);
    }
  }

  private String told(String store, Revisions portal, KeyedDesk desk, Set<Integer> parked) {
    return "kill -9 on %s, %d of them while it started; %d messages of %d complaints acknowledged,"
            .formatted(store, whileStarting, portal.messages(), portal.acknowledged().size())
        + " %d cut off before the answer; %d requests at the agency, %d of them under a key that"
            .formatted(portal.cutOff(), desk.requests(), desk.requests() - desk.carried().size())
        + " it knew, %d set the same again; %d parked, seed %d"
            .formatted(
                desk.carried().size() - new HashSet<>(desk.carried()).size(), parked.size(), SEED);
  }
}
