package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;

/** One connector on a new store, its agencies, and one traffic that a portal sends to it. */
final class Arena implements AutoCloseable {
  static final int AGENCIES = 20;
  private static final long MICROS_MAX = 600_000_000L;
  private static final long LOOK_NANOS = 20_000_000;

  private final Traffic traffic;
  private final Ledger ledger;
  private final Enclosures enclosures;
  private final long warmUpNanos;
  private final Path folder;
  private final AgencyDesks desks;
  private final StoreUnderLoad store;
  private final LaporProcess connector;
  private final Path config;
  private final Sender sender;
  private final Map<Integer, Integer> bootAnswers;
  private final Histogram acknowledgements = new Histogram(MICROS_MAX, 3);
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private volatile long begin;
  private volatile long closedEnd;

  /**
   * What stands around it.
   *
   * @param connections the most requests of the portal that are under way at once
   */
  record Setup(List<String> connector, Cores cores, StoreUnderLoad.Kind store, int connections) {}

  /** What was counted until a moment. */
  record Counts(
      long nanos, long acknowledged, long arrivals, double connectorCpu, double databaseCpu) {}

  /**
   * Starts all of it, for complaints without files.
   *
   * @param lines of the configuration for each agency; none for most
   * @param phaseEnds the end of the warm-up, and of further phases, in nanoseconds
   */
  Arena(Setup setup, Traffic traffic, Map<Integer, String> lines, long... phaseEnds)
      throws IOException {
    this(setup, traffic, LoadSettings.Variant.of(lines), Enclosures.NONE, phaseEnds);
  }

  /** The same. */
  Arena(
      Setup setup,
      Traffic traffic,
      LoadSettings.Variant variant,
      Enclosures enclosures,
      long... phaseEnds)
      throws IOException {
    this.traffic = traffic;
    this.ledger = new Ledger(traffic, AGENCIES, phaseEnds);
    this.enclosures = enclosures;
    this.warmUpNanos = phaseEnds[0];
    this.folder = Files.createTempDirectory("lapor-bench");
    this.desks = new AgencyDesks(AGENCIES, ledger.with(enclosures));
    this.store = StoreUnderLoad.of(setup.store(), folder, setup.cores());
    int port = freePort();
    this.config = LoadSettings.write(folder, port, store.section(), desks.ports(), variant);
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Map<String, String> environment =
        new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary));
    variant.javaOptions().ifPresent(it -> environment.put("LAPOR_JAVA_OPTS", it));
    try (BootProbe probe = new BootProbe(port)) {
      this.connector =
          new LaporProcess(setup.cores().measured(setup.connector()), config, environment);
      this.bootAnswers = probe.answers();
    }
    Webhooks webhooks = new Webhooks(port, InstantSource.system(), enclosures::json);
    this.sender =
        new Sender(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            setup.connections(),
            event -> webhooks.request(traffic.events().get(event)),
            this::replied);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void replied(int number, int status, long nanos) {
    Traffic.Event event = traffic.events().get(number);
    boolean isKept = status == 202;
    if (isKept) {
      ledger.acknowledged(event.complaint(), event.revision());
      enclosures.acknowledged(event.complaint());
    }
    synchronized (answers) {
      answers.merge(status, 1, Integer::sum);
      if (isKept && event.dueNanos() >= warmUpNanos) {
        long took = Math.max(1, (nanos - begin - event.dueNanos()) / 1_000);
        acknowledgements.recordValue(Math.min(MICROS_MAX, took));
      }
    }
    if (isKept && System.nanoTime() < closedEnd) {
      sendNext();
    }
  }

  private void sendNext() {
    int number = next.getAndIncrement();
    if (number < traffic.events().size()) {
      sender.send(number);
    }
  }

  /** Sends all of it when it is due, and tells what had been counted when the warm-up ended. */
  Counts play() throws IOException {
    begin();
    Counts warm = counts();
    boolean isWarm = false;
    for (int i = 0; i < traffic.events().size(); i++) {
      long due = traffic.events().get(i).dueNanos();
      if (!isWarm && due >= warmUpNanos) {
        warm = counts();
        isWarm = true;
      }
      pauseUntil(begin + due);
      sender.send(i);
    }
    return warm;
  }

  /** Sends one after the other as fast as it is answered, so many at once. */
  Counts press(int connections, Duration warmUp, Duration during) throws IOException {
    begin();
    closedEnd = begin + warmUp.plus(during).toNanos();
    for (int i = 0; i < connections; i++) {
      sendNext();
    }
    pauseUntil(begin + warmUp.toNanos());
    Counts warm = counts();
    pauseUntil(closedEnd);
    return warm;
  }

  private void begin() {
    begin = System.nanoTime();
    ledger.begin(begin);
  }

  /** When something of this moment of the traffic is due, by the monotonic clock. */
  void pauseUntilDue(Duration afterBegin) {
    while (begin == 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    pauseUntil(begin + afterBegin.toNanos());
  }

  static void pauseUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Waits until these agencies have all that was acknowledged; false when that takes longer. */
  boolean drained(Duration max, IntPredicate agencies) {
    long end = System.nanoTime() + max.toNanos();
    while (sender.open() > 0 || ledger.verdict(agencies).lost() > 0) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  /** Waits until nothing has come to an agency for so long. */
  void quiet(Duration quiet) {
    for (long last = -1; last != ledger.arrivals(); ) {
      last = ledger.arrivals();
      pauseUntil(System.nanoTime() + quiet.toNanos());
    }
  }

  Counts counts() throws IOException {
    return new Counts(
        System.nanoTime(),
        count(202),
        ledger.arrivals(),
        connector.cpuSeconds(),
        store.cpuSeconds());
  }

  private int count(int status) {
    synchronized (answers) {
      return answers.getOrDefault(status, 0);
    }
  }

  /** How often which answer came; {@link Sender#NO_ANSWER} and {@link Sender#NOT_SENT} too. */
  Map<Integer, Integer> answers() {
    synchronized (answers) {
      return Collections.unmodifiableMap(new TreeMap<>(answers));
    }
  }

  /** What the port said while the connector booted for the first time. */
  Map<Integer, Integer> bootAnswers() {
    return bootAnswers;
  }

  Histogram acknowledgements() {
    synchronized (answers) {
      return acknowledgements.copy();
    }
  }

  /** The configuration of the connector; what it keeps lies beside it. */
  Path config() {
    return config;
  }

  StoreUnderLoad store() {
    return store;
  }

  Enclosures enclosures() {
    return enclosures;
  }

  Ledger ledger() {
    return ledger;
  }

  AgencyDesks desks() {
    return desks;
  }

  LaporProcess connector() {
    return connector;
  }

  @Override
  public void close() throws IOException {
    sender.close();
    connector.close();
    store.close();
    try {
      desks.close();
    } finally {
      Disk.delete(folder);
    }
  }
}
