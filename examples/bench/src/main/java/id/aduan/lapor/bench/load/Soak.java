package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hours of even load, with files and reports: nothing may be lost, doubled or out of order, and
 * nothing may grow that has no reason to.
 */
final class Soak {
  private static final int ONE_FILE_PER_COMPLAINTS = 20;
  private static final Duration DRAIN_MAX = Duration.ofMinutes(10);
  private static final String PORTAL_LINE = "poll: \"off\"\n  follow: \"off\"";

  /** What is said at each start of what this configuration dares. */
  private static final Pattern EXPECTED =
      Pattern.compile(" WARN +RunCommand |Picked up JAVA_TOOL_OPTIONS");

  private final Arena.Setup setup;
  private final Plan plan;
  private final SoakReport report;

  /**
   * How much of it.
   *
   * @param warmUp the part of the whole that figures are not judged in
   * @param reportEvery how often a recap of the month is made
   * @param differentFiles how many different files the portal has
   * @param javaOptions of the connector's JVM
   */
  record Plan(
      double perSecond,
      Duration whole,
      Duration warmUp,
      Duration reportEvery,
      int differentFiles,
      String javaOptions,
      long seed) {}

  Soak(Arena.Setup setup, Plan plan, SoakReport report) {
    this.setup = setup;
    this.plan = plan;
    this.report = report;
  }

  /** Plays it, and writes a row for each thing that has to hold. */
  void run(LocalDate today) throws IOException {
    Enclosures enclosures =
        new Enclosures(ONE_FILE_PER_COMPLAINTS, plan.differentFiles(), plan.seed());
    Traffic traffic = Traffic.poisson(plan.perSecond(), plan.whole().toMillis() / 1e3, plan.seed());
    try (FilePortal portal = new FilePortal(enclosures, plan.seed());
        Arena arena =
            new Arena(
                setup,
                traffic,
                new LoadSettings.Variant(
                    portal.address(), PORTAL_LINE, Map.of(), true, Optional.of(plan.javaOptions())),
                enclosures,
                plan.warmUp().toNanos())) {
      play(arena, today);
    }
  }

  private void play(Arena arena, LocalDate today) throws IOException {
    SoakSamples samples = new SoakSamples(arena);
    Commands commands = new Commands(setup.connector(), arena.config());
    MonthReports reports = new MonthReports(arena, commands, today);
    Director sampling = new Director(() -> samples.readFrom(plan.warmUp(), plan.whole()));
    Director reporting = new Director(() -> reports.makeUntil(plan.reportEvery(), plan.whole()));
    Arena.Counts warm = arena.play();
    Arena.Counts end = arena.counts();
    sampling.join();
    reporting.join();
    boolean drained = arena.drained(DRAIN_MAX, agency -> true) && filesArrive(arena);
    samples.all().forEach(it -> report.growth(it.name(), it.told(), it.holds()));
    report.fact("recaps of the month as .ods", reports.told(), reports.holds());
    ledger(arena, drained);
    log(arena);
    for (List<String> words : List.of(List.of("store", "verify"), List.of("audit", "verify"))) {
      Commands.Ended ended = commands.run(words);
      report.fact("lapor " + String.join(" ", words), ended.told(), ended.status() == 0);
    }
    double seconds = (end.nanos() - warm.nanos()) / 1e9;
    long acknowledged = end.acknowledged() - warm.acknowledged();
    report.remark(
        String.format(
            Locale.ROOT,
            "%.0f/s acknowledged; processor time of the connector %.0f %%, of the database %.0f %%;"
                + " %s; store %.0f MB",
            acknowledged / seconds,
            100 * (end.connectorCpu() - warm.connectorCpu()) / seconds,
            100 * (end.databaseCpu() - warm.databaseCpu()) / seconds,
            Table.percentiles(arena.acknowledgements()),
            arena.store().bytes() / 1e6));
  }

  private static boolean filesArrive(Arena arena) {
    long end = System.nanoTime() + DRAIN_MAX.toNanos();
    while (arena.enclosures().counts().missing() > 0 && System.nanoTime() < end) {
      Arena.pauseUntil(System.nanoTime() + 100_000_000);
    }
    return arena.enclosures().counts().missing() == 0;
  }

  private void ledger(Arena arena, boolean drained) {
    Ledger.Verdict verdict = arena.ledger().verdict(agency -> true);
    Enclosures.Counts files = arena.enclosures().counts();
    report.fact(
        "complaints: lost / repeated / doubled / out of order",
        String.format(
            Locale.ROOT,
            "%d / %d / %d / %d of %d",
            verdict.lost(),
            verdict.repeated(),
            verdict.doubled(),
            verdict.outOfOrder(),
            arena.ledger().complaints()),
        verdict.lost() + verdict.repeated() + verdict.doubled() + verdict.outOfOrder() == 0);
    report.fact(
        "files: lost / repeated",
        files.missing() + " / " + files.repeated() + " of " + files.promised(),
        files.missing() + files.repeated() == 0 && files.promised() > 0);
    report.fact("all had arrived in the end", drained ? "yes" : "no", drained);
    report.fact(
        "answers of the webhook",
        Table.answers(arena.answers()),
        arena.answers().keySet().equals(Set.of(202)));
  }

  private void log(Arena arena) throws IOException {
    Path log = arena.connector().log();
    try (Stream<String> lines = Files.lines(log)) {
      List<String> odd =
          lines
              .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
              .filter(line -> !EXPECTED.matcher(line).find())
              .toList();
      report.fact(
          "warnings and errors in its log",
          odd.isEmpty() ? "none" : odd.size() + ", the first: " + odd.get(0).replace('|', '/'),
          odd.isEmpty());
    }
  }
}
