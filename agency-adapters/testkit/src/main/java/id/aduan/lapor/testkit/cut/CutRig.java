package id.aduan.lapor.testkit.cut;

import id.aduan.lapor.ConnectorListener;
import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.testkit.FaultyHttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The whole connector with its store, an adapter, and the fake system behind proxies; time stands
 * still until it is moved.
 */
final class CutRig implements AutoCloseable, ConnectorListener {
  static final String AGENCY = "dinas";
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final long HEAR_SECONDS_MAX = 120;
  private static final int STEPS_MAX = 2_000;
  private static final long PEEK_MILLIS = 10;

  private final CutClock clock = new CutClock();
  private final CutPortal portal = new CutPortal();
  private final CutLedger ledger = new CutLedger();
  private final CutServer desk;
  private final FaultyHttpServer server;
  private final CuttingTransport transport;
  private final LaporConnector connector;
  private long attempts;

  /** How an adapter is made. */
  interface Maker {
    AgencyAdapter make(URI server, CuttingTransport transport) throws IOException;
  }

  /**
   * What differs from run to run.
   *
   * @param late how long after a whole request the system stores
   * @param settle how long the engine waits for that
   */
  record Terms(Duration late, Duration settle) {}

  CutRig(Path folder, CutSystem system, Terms terms, Maker maker) throws IOException {
    desk = new CutServer(system, ledger, clock, terms.late());
    server = FaultyHttpServer.before(desk);
    transport = new CuttingTransport(system, server.uri());
    Path mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"), "version: \"1\"\ndefault: " + AGENCY + "\n");
    connector =
        LaporConnector.builder()
            .portal(portal)
            .agency(AGENCY, maker.make(server.uri(), transport))
            .mapping(Mapping.load(mapping, Set.of(AGENCY)))
            .store(JdbcStore.sqlite(folder.resolve("lapor.db")))
            .retry(policy(terms.settle()))
            .concurrencyMax(CuttingTransport.PROXIES)
            .world(clock, new Random(20_261_126))
            .listener(this)
            .build();
    connector.startEngine();
    connector
        .dispatcher()
        .attach(
            AGENCY,
            Objects.requireNonNull(connector.targets().get(AGENCY)),
            CuttingTransport.PROXIES);
  }

  /** A target at which every call fails is pressed on, or the test would take its time. */
  private static RetryPolicy policy(Duration settle) {
    return RetryPolicy.DEFAULT
        .withLookupSettle(settle)
        .with(
            new RetryPolicy.Limits(
                Duration.ofDays(3),
                new RetryBudget(100, 1_000_000),
                new BreakerPolicy(100, Integer.MAX_VALUE, Duration.ofMinutes(1))));
  }

  CutLedger ledger() {
    return ledger;
  }

  CuttingTransport transport() {
    return transport;
  }

  /** How many creates and updates came to the system whole. */
  int whole() {
    return desk.whole();
  }

  /** Says so of a complaint, on the portal. */
  void say(String reference, String content) {
    portal.say(reference, content);
  }

  /** Has the connector hear what the portal says now, and try each entry that follows once. */
  void hear() {
    connector.portalPoll().pollOnce();
    connector.dispatcher().wake();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HEAR_SECONDS_MAX);
    while (count(State.WAITING) > 0 && System.nanoTime() < end) {
      awaitQuiet();
    }
    awaitQuiet();
  }

  /** Moves time on until nothing more is to be done, here or there. */
  void settle() {
    for (int i = 0; i < STEPS_MAX; i++) {
      if (desk.isIdle() && count(State.DONE) == count(State.values())) {
        return;
      }
      desk.storeUntil(clock.instant().plus(STEP));
      var unused = clock.later(STEP);
      connector.dispatcher().wake();
      awaitQuiet();
    }
    throw new AssertionError("it does not settle: " + states());
  }

  List<OutboxView.Row> entries(String reference) {
    return connector
        .store()
        .read(tx -> connector.store().outboxView().entriesOf(tx, new TrackingId(reference)));
  }

  private long count(State... states) {
    Set<State> meant = Set.of(states);
    return counts().stream()
        .filter(it -> it.target().equals(AGENCY) && meant.contains(it.state()))
        .mapToLong(OutboxView.Count::entries)
        .sum();
  }

  private List<OutboxView.Count> counts() {
    return connector.store().read(tx -> connector.store().outboxView().counts(tx));
  }

  private String states() {
    return counts().toString();
  }

  /** Until nothing is under way, and nothing began while we looked. */
  private synchronized void awaitQuiet() {
    int still = 0;
    long seen = attempts;
    while (still < 2) {
      try {
        wait(PEEK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the test is over", e);
      }
      boolean moves = attempts != seen || count(State.SENDING, State.LOOKING_UP) > 0;
      still = moves ? 0 : still + 1;
      seen = attempts;
    }
  }

  @Override
  public synchronized void attempted(Attempted attempt) {
    attempts++;
  }

  @Override
  public void close() {
    connector.close();
    transport.close();
    server.close();
  }
}
