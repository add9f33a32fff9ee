package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;

/** What may happen under load, each on a connector and a store of its own. */
final class Scenarios {
  private static final int FIRST = 0;
  private static final int KILLS = 3;
  private static final Duration DOWN = Duration.ofSeconds(12);
  private static final Duration DRAIN_MAX = Duration.ofMinutes(10);

  /** Longer than what is repeated after a kill waits, a node's lease on PostgreSQL included. */
  private static final Duration QUIET = Duration.ofSeconds(LoadSettings.SETTLE_SECONDS + 5);

  private final Arena.Setup setup;
  private final Load load;
  private final Table table;

  /** How much, how long, and by which seed. */
  record Load(double perSecond, int seconds, int warmUpSeconds, long seed) {
    long warmUpNanos() {
      return Duration.ofSeconds(warmUpSeconds).toNanos();
    }

    Traffic traffic(int measuredSeconds) {
      return Traffic.poisson(perSecond, warmUpSeconds + (double) measuredSeconds, seed);
    }

    String told() {
      return String.format(Locale.ROOT, "%.0f/s for %d s", perSecond, seconds);
    }
  }

  Scenarios(Arena.Setup setup, Load load, Table table) {
    this.setup = setup;
    this.load = load;
    this.table = table;
  }

  /** Nothing goes wrong. */
  void plain() throws IOException {
    try (Arena arena =
        new Arena(setup, load.traffic(load.seconds()), Map.of(), load.warmUpNanos())) {
      Arena.Counts warm = arena.play();
      Arena.Counts end = arena.counts();
      boolean drained = arena.drained(DRAIN_MAX, Scenarios::any);
      Arena.Counts after = arena.counts();
      rates("at " + load.told(), warm, end);
      costs(arena, warm, after);
      times(arena);
      verdict(arena, drained, Scenarios::any);
    }
  }

  /** As much as is taken: the portal sends again as soon as it is answered. */
  void saturation() throws IOException {
    int most = 12_000 * (load.seconds() + load.warmUpSeconds());
    try (Arena arena = new Arena(setup, Traffic.backlog(most, load.seed()), Map.of(), 0)) {
      Arena.Counts warm =
          arena.press(
              setup.connections(),
              Duration.ofSeconds(load.warmUpSeconds()),
              Duration.ofSeconds(load.seconds()));
      Arena.Counts end = arena.counts();
      boolean drained = arena.drained(DRAIN_MAX, Scenarios::any);
      Arena.Counts after = arena.counts();
      rates("at saturation, " + setup.connections() + " connections", warm, end);
      table.row("backlog drained", "%.1f s later", (after.nanos() - end.nanos()) / 1e9);
      costs(arena, warm, after);
      verdict(arena, drained, Scenarios::any);
    }
  }

  /** One agency takes requests and never answers. */
  void hungAgency() throws IOException {
    long hangs = load.warmUpNanos() + Duration.ofSeconds(load.seconds()).toNanos();
    try (Arena arena =
        new Arena(setup, load.traffic(2 * load.seconds()), Map.of(), load.warmUpNanos(), hangs)) {
      Director director =
          new Director(
              () -> {
                arena.pauseUntilDue(Duration.ofNanos(hangs));
                arena.desks().mode(FIRST, AgencyDesks.Mode.HANGS);
              });
      Arena.Counts warm = arena.play();
      Arena.Counts end = arena.counts();
      director.join();
      boolean drained = arena.drained(DRAIN_MAX, Scenarios::isNotFirst);
      Histogram before = arena.ledger().micros(1, Scenarios::isNotFirst);
      Histogram with = arena.ledger().micros(2, Scenarios::isNotFirst);
      rates("at " + load.told() + " without and as long with a hung agency", warm, end);
      table.row("receive to agency, 19 agencies, before", "%s", Table.percentiles(before));
      table.row("the same while the 20th hangs", "%s", Table.percentiles(with));
      table.row(
          "p99 with the hung one, of that without",
          "%.2f",
          Table.millis(with, 99) / Table.millis(before, 99));
      verdict(arena, drained, Scenarios::isNotFirst);
    }
  }

  /** The connector is killed and started again, three times, while the portal goes on. */
  void kills() throws IOException {
    try (Arena arena =
        new Arena(setup, load.traffic(load.seconds()), Map.of(), load.warmUpNanos())) {
      Director director =
          new Director(
              () -> {
                for (int i = 1; i <= KILLS; i++) {
                  arena.pauseUntilDue(
                      Duration.ofSeconds(load.warmUpSeconds())
                          .plusMillis(1000L * load.seconds() * i / (KILLS + 1)));
                  arena.connector().kill();
                  arena.connector().startAgain();
                }
              });
      Arena.Counts warm = arena.play();
      Arena.Counts end = arena.counts();
      director.join();
      boolean drained = arena.drained(DRAIN_MAX, Scenarios::any);
      arena.quiet(QUIET);
      rates("at " + load.told() + " with " + KILLS + " kill -9", warm, end);
      verdict(arena, drained, Scenarios::any);
    }
  }

  /** An agency is down; while its queue waits, the connector is killed. */
  void agencyDown() throws IOException {
    try (Arena arena =
        new Arena(setup, load.traffic(load.seconds()), Map.of(), load.warmUpNanos())) {
      Director director =
          new Director(
              () -> {
                Duration down = Duration.ofSeconds(load.warmUpSeconds());
                arena.pauseUntilDue(down);
                arena.desks().mode(FIRST, AgencyDesks.Mode.DOWN);
                arena.pauseUntilDue(down.plus(DOWN));
                arena.connector().kill();
                arena.desks().mode(FIRST, AgencyDesks.Mode.ANSWERS);
                arena.connector().startAgain();
              });
      Arena.Counts warm = arena.play();
      Arena.Counts end = arena.counts();
      director.join();
      boolean drained = arena.drained(DRAIN_MAX, Scenarios::any);
      arena.quiet(QUIET);
      rates("at " + load.told() + ", an agency down 12 s, then kill -9", warm, end);
      verdict(arena, drained, Scenarios::any);
    }
  }

  /** Many wait for a dead agency, which then returns and allows so many calls a second. */
  void drain(int queued, int agencyRate) throws IOException {
    Traffic traffic = Traffic.steady(queued, load.perSecond(), FIRST, Arena.AGENCIES);
    String rate = "rate: {calls: " + agencyRate + ", per: PT1S}";
    try (Arena arena = new Arena(setup, traffic, Map.of(FIRST, rate), 0)) {
      arena.desks().mode(FIRST, AgencyDesks.Mode.DOWN);
      Arena.Counts warm = arena.play();
      boolean acknowledged = arena.drained(DRAIN_MAX, agency -> false);
      rates("at " + load.perSecond() + "/s for a dead agency", warm, arena.counts());
      long waiting = arena.ledger().verdict(Scenarios::any).lost();
      arena.desks().mode(FIRST, AgencyDesks.Mode.ANSWERS);
      long returned = System.nanoTime();
      while (arena.ledger().arrivals() == 0) {
        if (System.nanoTime() - returned > DRAIN_MAX.toNanos()) {
          throw new IOException("nothing came to the agency within " + DRAIN_MAX);
        }
        Arena.pauseUntil(System.nanoTime() + 1_000_000);
      }
      long first = System.nanoTime();
      boolean drained = arena.drained(DRAIN_MAX, Scenarios::any);
      double took = (arena.ledger().lastArrival() - first) / 1e9;
      table.row(
          "waited for it",
          "%d; noticed %.1f s after it was back",
          waiting,
          (first - returned) / 1e9);
      table.row("drained", "in %.1f s: %.0f/s of %d/s allowed", took, waiting / took, agencyRate);
      verdict(arena, drained && acknowledged, Scenarios::any);
    }
  }

  private void rates(String when, Arena.Counts warm, Arena.Counts end) {
    double seconds = (end.nanos() - warm.nanos()) / 1e9;
    table.row(
        "acknowledged " + when, "%.0f/s", (end.acknowledged() - warm.acknowledged()) / seconds);
    table.row("delivered meanwhile", "%.0f/s", (end.arrivals() - warm.arrivals()) / seconds);
  }

  private void costs(Arena arena, Arena.Counts warm, Arena.Counts after) throws IOException {
    double thousands = Math.max(1, after.acknowledged() - warm.acknowledged()) / 1e3;
    table.row(
        "CPU s per 1,000, acknowledged and delivered",
        "%.3f connector + %.3f database",
        (after.connectorCpu() - warm.connectorCpu()) / thousands,
        (after.databaseCpu() - warm.databaseCpu()) / thousands);
    table.row("resident memory, the most", "%d MB", arena.connector().peakMegabytes());
  }

  private void times(Arena arena) {
    table.row("acknowledgement", "%s", Table.percentiles(arena.acknowledgements()));
    table.row(
        "receive to agency", "%s", Table.percentiles(arena.ledger().micros(1, Scenarios::any)));
  }

  private void verdict(Arena arena, boolean drained, IntPredicate agencies) {
    Ledger.Verdict verdict = arena.ledger().verdict(agencies);
    table.row(
        "complaints acknowledged, their requests at the agencies",
        "%d, %d%s",
        arena.ledger().complaints(),
        arena.ledger().arrivals(),
        drained ? "" : " (NOT ALL IN TIME)");
    table.row(
        "lost / repeated / doubled / out of order",
        "%d / %d / %d / %d",
        verdict.lost(),
        verdict.repeated(),
        verdict.doubled(),
        verdict.outOfOrder());
    table.row("answers of the webhook", "%s", Table.answers(arena.answers()));
    table.row("answers while it booted first", "%s", Table.answers(arena.bootAnswers()));
  }

  private static boolean any(int agency) {
    return true;
  }

  private static boolean isNotFirst(int agency) {
    return agency != FIRST;
  }
}
