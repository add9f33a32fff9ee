package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether claims, memory and start-up grow with what waits for an agency. */
@Command(
    name = "lanes",
    mixinStandardHelpOptions = true,
    description = "Claims, memory and start-up by how many complaints wait for an agency.")
public final class LanesCommand implements Callable<Integer> {
  private static final int TIMES = 51;
  private static final int CLAIMED = 16;
  private final List<String> connector;
  private final Table table;

  @Option(names = "--sizes", split = ",", defaultValue = "10000,100000,1000000")
  private List<Integer> sizes = List.of();

  @Option(names = "--idle-seconds", defaultValue = "20", description = "after it is ready")
  private int idleSeconds = 20;

  /** Measures what these words start; rows go to {@code out}. */
  public LanesCommand(List<String> connector, PrintStream out) {
    this.connector = List.copyOf(connector);
    this.table = new Table(out);
  }

  @Override
  public Integer call() throws IOException {
    Cores cores = Cores.find();
    cores.moveSelf();
    table.row("arrangement", "%s", cores.told());
    Path folder = Files.createTempDirectory("lapor-bench");
    try {
      int filled = 0;
      for (int size : sizes.stream().sorted().toList()) {
        claims(folder, filled, size);
        filled = size;
        start(cores, folder, size);
      }
      return 0;
    } finally {
      Disk.delete(folder);
    }
  }

  private void claims(Path folder, int filled, int size) throws IOException {
    try (OpenLanes lanes = new OpenLanes(folder, InstantSource.system().instant())) {
      lanes.fill(filled, size - filled);
      double nothing = lanes.nothingMillis(TIMES);
      double claim = lanes.claimMillis(CLAIMED, TIMES);
      table.row(
          size + " open lanes: a claim of " + CLAIMED + " entries",
          "%.2f ms with its commit; finding nothing for another agency %.3f ms; store %d MB",
          claim,
          nothing,
          Files.size(folder.resolve("lapor.db")) / 1_000_000);
    }
  }

  /** All agencies are dead, and the one that is waited for is paused besides. */
  private void start(Cores cores, Path folder, int size) throws IOException {
    LoadSettings.Variant paused = LoadSettings.Variant.of(Map.of(0, "paused: true"));
    List<Integer> ports = Collections.nCopies(Arena.AGENCIES, 9);
    Path config = LoadSettings.write(folder, 0, "{path: lapor.db}", ports, paused);
    try (LaporProcess running = new LaporProcess(cores.measured(connector), config)) {
      double cpu = running.cpuSeconds();
      Arena.pauseUntil(System.nanoTime() + Duration.ofSeconds(idleSeconds).toNanos());
      table.row(
          size + " open lanes: start",
          "ready in %.1f s; %d s later %d MB resident, at most %d MB, %.2f CPU s used since",
          running.readySeconds(),
          idleSeconds,
          running.residentMegabytes(),
          running.peakMegabytes(),
          running.cpuSeconds() - cpu);
    }
  }
}
