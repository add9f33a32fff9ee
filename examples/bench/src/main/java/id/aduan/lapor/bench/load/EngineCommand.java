package id.aduan.lapor.bench.load;

import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What a complaint costs the engine alone: verified, kept, mapped, handed out, recorded, with a
 * commit that is synced, and neither HTTP server nor HTTP client. It runs in this JVM, which begins
 * cold, so that the rows show how the cost falls while the code is compiled.
 */
@Command(
    name = "engine",
    mixinStandardHelpOptions = true,
    description =
        "Processor time of a complaint in the engine alone, without HTTP, from a cold JVM.")
public final class EngineCommand implements Callable<Integer> {
  private static final double MICROS = 1e6;
  private final Table table;

  @Option(names = "--store", defaultValue = "sqlite", description = "sqlite or postgres")
  private String store = "sqlite";

  @Option(names = "--complaints", defaultValue = "40000", description = "new ones and changes")
  private int complaints = 40_000;

  @Option(names = "--rows", defaultValue = "8", description = "so many parts are told apart")
  private int rows = 8;

  @Option(names = "--senders", defaultValue = "32", description = "at once")
  private int senders = 32;

  /** Rows go to {@code out}. */
  public EngineCommand(PrintStream out) {
    this.table = new Table(out);
  }

  @Override
  public Integer call() throws IOException {
    Cores cores = Cores.find();
    cores.moveMeasured(ProcessHandle.current());
    StoreUnderLoad.Kind kind = StoreUnderLoad.Kind.valueOf(store.toUpperCase(Locale.ROOT));
    Path folder = Files.createTempDirectory("lapor-bench");
    try {
      try (StoreUnderLoad under = StoreUnderLoad.of(kind, folder, cores);
          JdbcStore opened = under.open(folder);
          EngineLoad load = new EngineLoad(folder, opened, senders)) {
        table.row("engine alone", "store %s; %d senders", store, senders);
        for (int row = 1; row <= rows; row++) {
          measure(under, load, complaints / rows * (row - 1), complaints / rows * row);
        }
      }
    } finally {
      Disk.delete(folder);
    }
    return 0;
  }

  private void measure(StoreUnderLoad under, EngineLoad load, int from, int to) throws IOException {
    double cpu = Usage.cpuSeconds(ProcessHandle.current().pid());
    double database = under.cpuSeconds();
    long begin = System.nanoTime();
    load.play(from, to);
    double took = (System.nanoTime() - begin) / 1e9;
    int messages = to - from;
    // A server that this process has started is not among what it has waited for.
    table.row(
        "messages " + (from + 1) + " to " + to,
        "%.0f µs of processor time each + %.0f database, %.0f/s",
        (Usage.cpuSeconds(ProcessHandle.current().pid()) - cpu) / messages * MICROS,
        (under.cpuSeconds() - database) / messages * MICROS,
        messages / took);
  }
}
