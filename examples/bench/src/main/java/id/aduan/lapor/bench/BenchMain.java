package id.aduan.lapor.bench;

import id.aduan.lapor.bench.code.JmhCommand;
import id.aduan.lapor.bench.load.Disk;
import id.aduan.lapor.bench.load.EngineCommand;
import id.aduan.lapor.bench.load.LanesCommand;
import id.aduan.lapor.bench.load.LoadCommand;
import id.aduan.lapor.bench.load.SoakCommand;
import id.aduan.lapor.bench.parts.BaselineCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a connector on this machine, see docs/performance.md; one row of a table per figure. */
@Command(
    name = "examples/bench/run",
    mixinStandardHelpOptions = true,
    description = "Measures a connector on this machine; prints rows of a Markdown table.")
public final class BenchMain {
  private static final int CONNECTIONS = 64;
  private final List<String> connector;
  private final PrintStream out;

  BenchMain(List<String> connector, PrintStream out) {
    this.connector = connector;
    this.out = out;
  }

  public static void main(String[] args) {
    LogManager.getLogManager().reset(); // by it Flyway tells each step, and rows are what is asked
    String home = System.getProperty("lapor.home", ".");
    BenchMain bench = new BenchMain(List.of(Path.of(home, "lapor").toString()), System.out);
    System.exit(bench.commandLine().execute(args));
  }

  /** With the commands that have classes of their own. */
  CommandLine commandLine() {
    return new CommandLine(this)
        .addSubcommand(new LoadCommand(connector, out))
        .addSubcommand(new BaselineCommand(out))
        .addSubcommand(new LanesCommand(connector, out))
        .addSubcommand(new EngineCommand(out))
        .addSubcommand(new SoakCommand(connector, out))
        .addSubcommand(new JmhCommand(out));
  }

  @Command(name = "start", description = "Time to ready and idle memory, with and without archive.")
  int start(
      @Option(names = "--times", defaultValue = "5") int times,
      @Option(names = "--idle-seconds", defaultValue = "10") int idleSeconds)
      throws IOException, InterruptedException {
    start("with the archive of classes", Map.of(), times, idleSeconds);
    start("without it", Map.of("LAPOR_CLASS_ARCHIVE", "off"), times, idleSeconds);
    return 0;
  }

  private void start(String how, Map<String, String> environment, int times, int idleSeconds)
      throws IOException, InterruptedException {
    double[] ready = new double[times];
    long resident = 0;
    try (AgencyStub agency = new AgencyStub()) {
      for (int i = 0; i < times; i++) {
        Path folder = Files.createTempDirectory("lapor-bench");
        try (ConnectorUnderTest running =
            ConnectorUnderTest.start(connector, folder, agency.baseUri(), environment)) {
          ready[i] = running.readySeconds();
          if (i == times - 1) {
            // Memory is not looked at while it still settles.
            new CountDownLatch(1).await(idleSeconds, TimeUnit.SECONDS);
            resident = running.residentMegabytes();
          }
        } finally {
          Disk.delete(folder);
        }
      }
    }
    Arrays.sort(ready);
    row("ready, " + how, "%.1f s (median of %d)", ready[times / 2], times);
    row("resident memory when idle, " + how, "%d MB", resident);
  }

  @Command(name = "journey", description = "From the webhook until the agency has the ticket.")
  int journey(
      @Option(names = "--complaints", defaultValue = "500") int complaints,
      @Option(names = "--warm-up", defaultValue = "500") int warmUp)
      throws IOException {
    return with(
        (portal, agency) -> {
          Load.journeys(portal, agency, warmUp);
          Histogram micros = Load.journeys(portal, agency, complaints);
          row("one complaint, webhook to open ticket", "%s", percentiles(micros));
        });
  }

  @Command(name = "rate", description = "Times of acknowledgement at a given rate, open model.")
  int rate(
      @Option(names = "--per-second", defaultValue = "100") double perSecond,
      @Option(names = "--seconds", defaultValue = "30") int seconds,
      @Option(names = "--warm-up-seconds", defaultValue = "10") int warmUp,
      @Option(names = "--seed", defaultValue = "2101") long seed)
      throws IOException {
    return with(
        (portal, agency) -> {
          Load.open(portal, perSecond, Duration.ofSeconds(warmUp), seed + 1);
          Load.Result result = Load.open(portal, perSecond, Duration.ofSeconds(seconds), seed);
          row(
              String.format(Locale.ROOT, "acknowledgement at %.0f/s for %d s", perSecond, seconds),
              "%s, %d failed of %d",
              percentiles(result.micros()),
              result.failed(),
              result.failed() + result.acknowledged());
        });
  }

  @Command(name = "saturation", description = "The most that is acknowledged, closed model.")
  int saturation(
      @Option(names = "--seconds", defaultValue = "20") int seconds,
      @Option(names = "--warm-up-seconds", defaultValue = "10") int warmUp)
      throws IOException {
    return with(
        (portal, agency) -> {
          Load.closed(portal, CONNECTIONS, Duration.ofSeconds(warmUp));
          long before = agency.opened();
          Load.Result result = Load.closed(portal, CONNECTIONS, Duration.ofSeconds(seconds));
          row(
              "acknowledged at saturation, " + CONNECTIONS + " connections",
              "%.0f/s, %d failed; meanwhile %.0f tickets/s opened",
              result.perSecond(),
              result.failed(),
              (agency.opened() - before) / (result.took().toMillis() / 1e3));
        });
  }

  @Command(name = "due", description = "A due date over 60 working days; needs no connector.")
  int due(
      @Option(names = "--rounds", defaultValue = "21") int rounds,
      @Option(names = "--dates", defaultValue = "1000000") int dates,
      @Option(names = "--seed", defaultValue = "2101") long seed) {
    DueDates of = new DueDates(seed);
    row("a due date over 60 working days", "%.2f \u00b5s", of.micros(rounds, dates, List.of()));
    row("the same with two pauses", "%.2f \u00b5s", of.micros(rounds, dates, DueDates.TWO_PAUSES));
    return 0;
  }

  @Command(name = "clocks", description = "A sweep over open clocks, and a changed calendar.")
  int clocks(
      @Option(names = "--few", defaultValue = "10000") long few,
      @Option(names = "--recounted", defaultValue = "100000") long recounted,
      @Option(names = "--many", defaultValue = "1000000") long many,
      @Option(names = "--times", defaultValue = "201") int times)
      throws IOException {
    Path folder = Files.createTempDirectory("lapor-bench");
    try {
      try (OpenClocks open = new OpenClocks(Files.createDirectory(folder.resolve("a")))) {
        open.fill(recounted);
        OpenClocks.Recounted end = open.recount(folder);
        row(
            "a changed calendar counts " + open.clocks() + " open clocks anew",
            "%.1f s; %d cases moved; other commits meanwhile p99 %.0f ms, at most %.0f ms",
            end.seconds(),
            end.moved(),
            end.p99Millis(),
            end.longestMillis());
      }
      try (OpenClocks open = new OpenClocks(Files.createDirectory(folder.resolve("b")))) {
        for (long size : new long[] {few, many}) {
          open.fill(size);
          row(
              "a sweep with nothing due, " + open.clocks() + " open clocks",
              "%.2f ms",
              open.sweepMillis(times));
        }
      }
      return 0;
    } finally {
      Disk.delete(folder);
    }
  }

  @Command(name = "import", description = "Imports an export, by a process of its own.")
  int imports(
      @Option(names = "--rows", defaultValue = "20000") int rows,
      @Option(names = "--heap-megabytes", defaultValue = "256") int heap,
      @Option(names = "--seed", defaultValue = "2101") long seed)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lapor-bench");
    try {
      Path config = Settings.write(folder, URI.create("http://127.0.0.1:9/agency"));
      Path file = folder.resolve("export.xlsx");
      new Exports(seed).write(file, rows);
      double first = seconds(config, heap, List.of("import", file.toString(), "--json"));
      double again = seconds(config, heap, List.of("import", file.toString(), "--json"));
      row(
          "an export of %d rows (%.1f MB) with a heap of %d MB"
              .formatted(rows, Files.size(file) / 1e6, heap),
          "%.1f s; the same file again %.1f s",
          first,
          again);
      return 0;
    } finally {
      Disk.delete(folder);
    }
  }

  /** One command of the connector, from the start of its JVM to its end. */
  private double seconds(Path config, int heap, List<String> words)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(connector);
    line.addAll(words);
    line.addAll(List.of("--config", config.toString()));
    Path log = config.resolveSibling("command.log");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx" + heap + "m");
    builder.environment().put(Settings.VARIABLE, Settings.SECRET);
    long begin = System.nanoTime();
    if (builder.start().waitFor() != 0) {
      throw new IOException(words.get(0) + " failed: " + Files.readString(log));
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  @Command(name = "recap", description = "A recap of a year's cases, by a process of its own.")
  int recap(
      @Option(names = "--cases", defaultValue = "100000") int cases,
      @Option(names = "--heap-megabytes", defaultValue = "256") int heap,
      @Option(names = "--seed", defaultValue = "2101") long seed)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lapor-bench");
    try {
      Path config = Settings.write(folder, URI.create("http://127.0.0.1:9/agency"));
      new Register(seed).write(folder.resolve("lapor.db"), cases);
      for (String kind : List.of("ods", "csv", "json")) {
        Path file = folder.resolve("recap." + kind);
        double took =
            seconds(
                config,
                heap,
                List.of(
                    "report", "--from", "2025-01-01", "--to", "2025-12-31", "--out", "" + file));
        row(
            "a recap of %d cases as .%s with a heap of %d MB".formatted(cases, kind, heap),
            "%.1f s, %.1f MB",
            took,
            Files.size(file) / 1e6);
      }
      return 0;
    } finally {
      Disk.delete(folder);
    }
  }

  @Command(name = "mapping", description = "Compiles a large mapping, by a process of its own.")
  int mapping(
      @Option(names = "--agencies", defaultValue = "500") int agencies,
      @Option(names = "--categories", defaultValue = "200") int categories,
      @Option(names = "--heap-megabytes", defaultValue = "128") int heap)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lapor-bench");
    try {
      Path file = folder.resolve("mapping.yaml");
      LargeMapping.write(file, agencies, categories);
      row(
          "a mapping of %d agencies with %d categories each (%.1f MB)"
              .formatted(agencies, categories, Files.size(file) / 1e6),
          "%s",
          LargeMapping.compile(file, heap));
      return 0;
    } finally {
      Disk.delete(folder);
    }
  }

  private interface Measurement {
    void of(Portal portal, AgencyStub agency);
  }

  private int with(Measurement measurement) throws IOException {
    Path folder = Files.createTempDirectory("lapor-bench");
    try (AgencyStub agency = new AgencyStub();
        ConnectorUnderTest running =
            ConnectorUnderTest.start(connector, folder, agency.baseUri(), Map.of())) {
      measurement.of(new Portal(running.webhooks()), agency);
      return 0;
    } finally {
      Disk.delete(folder);
    }
  }

  private static String percentiles(Histogram micros) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms",
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getValueAtPercentile(99.9) / 1e3);
  }

  private void row(String what, String form, Object... figures) {
    out.println("| " + what + " | " + String.format(Locale.ROOT, form, figures) + " |");
  }
}
