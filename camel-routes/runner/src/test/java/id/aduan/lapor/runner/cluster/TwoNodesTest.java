package id.aduan.lapor.runner.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.TicketStub;
import id.aduan.lapor.runner.cluster.Postgres.Claim;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import id.aduan.lapor.testkit.ledger.Effect;
import id.aduan.lapor.testkit.ledger.LedgerCheck;
import id.aduan.lapor.testkit.ledger.LedgerCheck.FaultCount;
import id.aduan.lapor.testkit.ledger.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one PostgreSQL, under load: one is killed, by {@code make nightly} one stands
 * still for a while too, and one is stopped in order.
 */
@Tag("C3")
@Tag("C15")
@Tag("C17")
@Tag("C18")
@Tag("F1")
@Tag("F3")
@Tag("slow")
@Timeout(value = 420, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoNodesTest {
  private static final boolean THOROUGH = Boolean.getBoolean("lapor.thorough");
  private static final Duration TAKEOVER_MAX = Duration.ofSeconds(45);
  private static final Duration ANSWERED_AFTER = Duration.ofMillis(1500);

  /** Longer than any call here takes: what is still claimed then is of a node that is gone. */
  private static final Duration CALLS_MAX = Duration.ofSeconds(4);

  private final long seed = new Random().nextLong();
  private final LedgerCheck ledger = new LedgerCheck(seed);
  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withCredentials(new PortalCredentials("Authorization", "Bearer bearer-1", "{t}")));
  private final TwoSidedLoad load = new TwoSidedLoad(portal, ledger, new Random(seed));
  private final TicketStub agency = new TicketStub();
  private final Postgres database = new Postgres();
  @TempDir private Path folder;
  private LaporProcesses lapor = new LaporProcesses(Path.of("."));

  TwoNodesTest() throws IOException {
    agency.answersAfter(ANSWERED_AFTER);
    agency.listener(
        reference -> {
          ledger.effect(new Effect("ticket " + reference, "ticket at dishub"));
          load.answer(reference);
        });
  }

  @BeforeEach
  void begin() {
    lapor = new LaporProcesses(folder);
  }

  @AfterEach
  void end() throws IOException {
    load.close();
    lapor.close();
    database.close();
    agency.close();
    portal.close();
  }

  /** A node with a configuration of its own, and what must be the same on all of them. */
  private Process start(String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    SampleConfig sample = SampleConfig.in(place);
    sample.replace("http://127.0.0.1:1/lapor", portal.baseUri().toString());
    sample.replace("http://127.0.0.1:1/dishub", agency.baseUri().toString());
    sample.replace("poll: {every: PT1S}", "poll: {every: PT5S}");
    sample.replace(
        "{path: store/lapor.db}",
        "{postgres: {url: \"%s\", user: postgres, password: \"${env:DB_PASSWORD}\"}, node: %s}"
            .formatted(database.url(), name));
    sample.replace("{keys: store/lapor.db.keys}", "{keys: " + folder.resolve("keys") + "}");
    sample.replace(
        "    kind: opd\n",
        "    kind: opd\n    webhook: {secrets: [\"${env:HOOK_DISHUB}\"]}\n    concurrency: 12\n");
    sample.replace(
        "ticket: /id}\nmapping:",
        """
        ticket: /id}
              push:
                item: {id: /id, ticket: /no, reference: /ref, at: /at, text: /text, status: /status,
                       publicWhen: visibility = "public"}
        mapping:""");
    return lapor.start(name, "run", "--config", sample.file().toString());
  }

  @Test
  void nothingIsLostDoubledOrOutOfOrderWhateverBecomesOfOneOfTwo() throws Exception {
    System.out.println("seed " + seed);
    Process one = start("one");
    URI atOne = LaporProcesses.readyAt(one);
    Process other = start("other");
    URI atOther = LaporProcesses.readyAt(other);
    database.noteClaimants();
    load.to(atOne, atOther);
    load.begin();
    await().atMost(Duration.ofSeconds(60)).until(() -> load.acknowledged() > 60);

    awaitClaims(5);
    one.destroyForcibly();
    takenOver("kill -9", database.claims());

    Process third = start("third");
    URI atThird = LaporProcesses.readyAt(third);
    load.to(atOther, atThird);
    awaitAcknowledged(60);
    if (THOROUGH) { // in each build LeaseTest has one that wakes late
      awaitClaims(5);
      signal("-STOP", other);
      takenOver("kill -STOP", database.claims());
      signal("-CONT", other);
      await().atMost(Duration.ofMinutes(3)).until(() -> fenced() > 0);
      ledger.fault(new FaultCount("refused writes of the woken node", 1, fenced()));
      awaitAcknowledged(40);
    }
    stopInOrder("third", third);
    load.to(atOther);

    load.stopFiling();
    await().atMost(Duration.ofSeconds(60)).until(() -> load.waiting() == 0);
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(database.unsettled()).isEmpty());
    judge();
  }

  private void awaitAcknowledged(int more) {
    int before = load.acknowledged();
    await().atMost(Duration.ofSeconds(60)).until(() -> load.acknowledged() > before + more);
  }

  private void awaitClaims(int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> database.claims().size() >= count);
  }

  private static void signal(String signal, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor()).isZero();
  }

  /** C18: what the node had claimed comes back; what the other one had ends by itself sooner. */
  private void takenOver(String fault, Set<Claim> atTheFault) throws Exception {
    long begun = System.nanoTime();
    Set<Claim> orphans = new HashSet<>(atTheFault);
    await()
        .pollDelay(CALLS_MAX)
        .until(
            () -> {
              orphans.retainAll(database.claims());
              return true;
            });
    System.out.printf(
        "%s: %d entries in flight, %d of them the node's%n",
        fault, atTheFault.size(), orphans.size());
    ledger.fault(new FaultCount("entries in flight at " + fault, 1, orphans.size()));
    Happened.times(
        fault.endsWith("STOP") ? "F3" : "F1",
        orphans.isEmpty() ? 0 : 1,
        fault + " of a node with work under way");
    await()
        .atMost(TAKEOVER_MAX.minus(CALLS_MAX))
        .until(
            () -> {
              orphans.retainAll(database.claims());
              return orphans.isEmpty();
            });
    System.out.printf(
        "%s: all came back within %.1f s%n", fault, (System.nanoTime() - begun) / 1e9);
  }

  /** C18: from its exit on nobody has to wait for a lease, whatever it had at the signal. */
  private void stopInOrder(String name, Process node) throws Exception {
    await().atMost(Duration.ofSeconds(60)).until(() -> database.claimsOf(name).size() >= 2);
    Set<Claim> atTheSignal = database.claimsOf(name);
    node.toHandle().destroy();
    atTheSignal.retainAll(database.claimsOf(name));
    assertThat(node.waitFor(25, TimeUnit.SECONDS)).isTrue();
    assertThat(database.claimsOf(name)).isEmpty();
    assertThat(node.exitValue()).isZero();
    System.out.printf("SIGTERM: %d entries in flight were the node's%n", atTheSignal.size());
    ledger.fault(
        new FaultCount("entries in flight at SIGTERM, free at its exit", 1, atTheSignal.size()));
  }

  /**
   * Writes of the woken node that did not count, by what it says itself: under an epoch that was
   * over, or in a session that the database had ended because it stood still in a transaction.
   */
  private int fenced() throws IOException {
    return (int)
        Files.readAllLines(folder.resolve("other.err")).stream()
            .filter(
                line ->
                    line.contains("was claimed again meanwhile")
                        || line.contains("was not recorded"))
            .count();
  }

  private void judge() throws Exception {
    for (ReceivedFollowUp followUp : portal.ledger().followUps()) {
      ledger.effect(new Effect(followUp.content(), "" + followUp));
    }
    assertThat(database.number("select count(*) from lapor_outbox where state = 3")).isZero();
    Verdict verdict = ledger.verdict();
    System.out.println(verdict);
    verdict.requireClean();
    assertThat(verdict.counts().told())
        .isEqualTo(agency.stored().size() * (1 + TwoSidedLoad.ANSWERS));
  }
}
