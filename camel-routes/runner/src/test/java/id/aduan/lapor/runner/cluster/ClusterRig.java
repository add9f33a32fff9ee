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

/** Several processes on one PostgreSQL, a portal, an agency, a load on both sides, and a judge. */
final class ClusterRig implements AutoCloseable {
  /** Longer than any call here takes: what is still claimed then is of a node that is gone. */
  private static final Duration CALLS_MAX = Duration.ofSeconds(4);

  private static final Duration TAKEOVER_MAX = Duration.ofSeconds(45);
  private static final Duration ANSWERED_AFTER = Duration.ofMillis(1500);

  private final long seed = new Random().nextLong();
  private final LedgerCheck ledger = new LedgerCheck(seed);
  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withCredentials(new PortalCredentials("Authorization", "Bearer bearer-1", "{t}")));
  private final TwoSidedLoad load = new TwoSidedLoad(portal, ledger, new Random(seed));
  private final TicketStub agency = new TicketStub();
  private final Postgres database = new Postgres();
  private final Path folder;
  private final LaporProcesses lapor;

  ClusterRig(Path folder) throws IOException {
    this.folder = folder;
    this.lapor = new LaporProcesses(folder);
    System.out.println("seed " + seed);
    agency.answersAfter(ANSWERED_AFTER);
    agency.listener(
        reference -> {
          ledger.effect(new Effect("ticket " + reference, "ticket at dishub"));
          load.answer(reference);
        });
  }

  TwoSidedLoad load() {
    return load;
  }

  Postgres database() {
    return database;
  }

  void fault(FaultCount count) {
    ledger.fault(count);
  }

  @Override
  public void close() throws IOException {
    load.close();
    lapor.close();
    database.close();
    agency.close();
    portal.close();
  }

  Process start(String name) throws IOException {
    return start(name, database.url());
  }

  /** A node with a configuration of its own, and what must be the same on all of them. */
  Process start(String name, String databaseUrl) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    SampleConfig sample = SampleConfig.of(place, agency.baseUri());
    sample.replace("http://127.0.0.1:1/lapor", portal.baseUri().toString());
    sample.replace("poll: {every: PT1S}", "poll: {every: PT5S}");
    sample.replace(
        "{path: store/lapor.db}",
        "{postgres: {url: \"%s\", user: postgres, password: \"${env:DB_PASSWORD}\"}, node: %s}"
            .formatted(databaseUrl, name));
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

  /** Begins the load, and waits until it runs. */
  void load(URI... nodes) throws Exception {
    database.noteClaimants();
    load.to(nodes);
    load.begin();
    await().atMost(Duration.ofSeconds(60)).until(() -> load.acknowledged() > 60);
  }

  void awaitAcknowledged(int more) {
    int before = load.acknowledged();
    await().atMost(Duration.ofSeconds(60)).until(() -> load.acknowledged() > before + more);
  }

  void awaitClaims(int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> database.claims().size() >= count);
  }

  /**
   * C18: what the node had claimed comes back; what the other one had ends by itself sooner.
   *
   * @param number of the fault in the matrix
   */
  void takenOver(String number, String fault, Set<Claim> atTheFault) throws Exception {
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
    Happened.times(number, orphans.isEmpty() ? 0 : 1, fault + " of a node with work under way");
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
  void stopInOrder(String name, Process node) throws Exception {
    await().atMost(Duration.ofSeconds(60)).until(() -> database.ticketsOf(name).size() >= 2);
    Set<Claim> atTheSignal = database.ticketsOf(name);
    node.toHandle().destroy();
    atTheSignal.retainAll(database.claimsOf(name));
    assertThat(node.waitFor(25, TimeUnit.SECONDS)).isTrue();
    assertThat(database.claimsOf(name)).isEmpty();
    assertThat(node.exitValue()).isZero();
    System.out.printf("SIGTERM: %d entries in flight were the node's%n", atTheSignal.size());
    ledger.fault(
        new FaultCount("entries in flight at SIGTERM, free at its exit", 1, atTheSignal.size()));
  }

  /** Ends the load, and holds both sides' ledgers against each other when all is done. */
  void judge() throws Exception {
    load.stopFiling();
    await().atMost(Duration.ofSeconds(60)).until(() -> load.waiting() == 0);
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(database.unsettled()).isEmpty());
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
