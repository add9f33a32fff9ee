package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hours of even load, and whether anything grows. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description = {
      "Hours of even load with files and reports.",
      "Ends with 1 when something was lost, doubled or out of order, or grew without a reason."
    })
public final class SoakCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final int CONNECTIONS = 16;
  private static final String JAVA_OPTIONS =
      "-XX:+UseSerialGC -Xms256m -Xmx256m -XX:+AlwaysPreTouch";
  private final List<String> connector;
  private final PrintStream out;

  @Option(names = "--minutes", defaultValue = "480", description = "the warm-up included")
  private double minutes = 480;

  @Option(names = "--warm-up-minutes", description = "default: a fifth, at most 30")
  private double warmUpMinutes = -1;

  @Option(names = "--per-second", defaultValue = "30", description = "messages, on average")
  private double perSecond = 30;

  @Option(names = "--store", defaultValue = "sqlite", description = "sqlite or postgres")
  private String store = "sqlite";

  @Option(names = "--report-minutes", description = "default: a fourth of the time, at most 60")
  private double reportMinutes = -1;

  @Option(
      names = "--different-files",
      defaultValue = "400",
      description = "1 to 20 MB each; they and their copies stay on the disk until the end")
  private int differentFiles = 400;

  @Option(
      names = "--java-options",
      defaultValue = JAVA_OPTIONS,
      description = {
        "of the connector's JVM. Default: ${DEFAULT-VALUE}",
        "The whole heap is there from the start, so that what grows beside it is seen; and the",
        "careful compiler is on, without which files are slower than they come."
      })
  private String javaOptions = JAVA_OPTIONS;

  @Option(names = "--report", defaultValue = "soak.md", description = "where the tables go")
  private Path report = Path.of("soak.md");

  @Option(names = "--seed", defaultValue = "2101")
  private long seed = 2101;

  /** Measures what these words start; the report goes to {@code out} as well. */
  public SoakCommand(List<String> connector, PrintStream out) {
    this.connector = List.copyOf(connector);
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Cores cores = Cores.find();
    cores.moveSelf();
    StoreUnderLoad.Kind kind = StoreUnderLoad.Kind.valueOf(store.toUpperCase(Locale.ROOT));
    Soak.Plan plan =
        new Soak.Plan(
            perSecond,
            ofMinutes(minutes),
            ofMinutes(warmUpMinutes < 0 ? Math.min(30, minutes / 5) : warmUpMinutes),
            ofMinutes(reportMinutes <= 0 ? Math.min(60, minutes / 4) : reportMinutes),
            differentFiles,
            javaOptions,
            seed);
    SoakReport told = new SoakReport();
    told.remark(
        String.format(
            Locale.ROOT,
            "Soak of %.1f minutes at %.0f/s, seed %d, %d different files; %s; store %s; JVM %s",
            minutes,
            perSecond,
            seed,
            differentFiles,
            cores.told(),
            store,
            javaOptions));
    new Soak(new Arena.Setup(connector, cores, kind, CONNECTIONS), plan, told)
        .run(LocalDate.ofInstant(InstantSource.system().instant(), ZONE));
    if (report.getParent() != null) {
      Files.createDirectories(report.getParent());
    }
    told.write(out, report);
    return told.holds() ? 0 : 1;
  }

  private static Duration ofMinutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }
}
