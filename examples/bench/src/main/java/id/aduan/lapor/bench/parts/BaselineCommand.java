package id.aduan.lapor.bench.parts;

import id.aduan.lapor.bench.load.AgencyDesks;
import id.aduan.lapor.bench.load.Cores;
import id.aduan.lapor.bench.load.Press;
import id.aduan.lapor.bench.load.StoreUnderLoad;
import id.aduan.lapor.bench.load.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What server, client and disk do alone, in the arrangement of {@code load}. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description = "Server, client and databases alone, in the arrangement of 'load'.")
public final class BaselineCommand implements Callable<Integer> {
  private static final int AGENCIES = 20;
  private final Table table;

  @Option(names = "--seconds", defaultValue = "10", description = "of each part")
  private int seconds = 10;

  @Option(names = "--warm-up-seconds", defaultValue = "5")
  private int warmUpSeconds = 5;

  @Option(names = "--connections", defaultValue = "64")
  private int connections = 64;

  @Option(names = "--postgres", defaultValue = "true", fallbackValue = "true", arity = "0..1")
  private boolean postgres = true;

  /** Rows go to {@code out}. */
  public BaselineCommand(PrintStream out) {
    this.table = new Table(out);
  }

  @Override
  public Integer call() throws IOException {
    Cores cores = Cores.find();
    cores.moveSelf();
    table.row("arrangement", "%s", cores.told());
    server(cores);
    client(cores);
    Path folder = Files.createTempDirectory("lapor-bench");
    try {
      rates(cores, "SQLite", folder.resolve("bench.db").toString());
      if (postgres) {
        try (StoreUnderLoad store =
            StoreUnderLoad.of(StoreUnderLoad.Kind.POSTGRES, folder, cores)) {
          rates(cores, "PostgreSQL", store.port().orElseThrow().toString());
        }
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  private void server(Cores cores) throws IOException {
    try (Part server = new Part(cores, NoOpServer.class)) {
      int port = Integer.parseInt(server.line());
      Press.Pressed unused = Press.on(port, connections, Duration.ofSeconds(warmUpSeconds));
      double cpu = server.cpuSeconds();
      Press.Pressed end = Press.on(port, connections, Duration.ofSeconds(seconds));
      table.row(
          "no-op HTTP server (Jetty), " + connections + " connections",
          "%.0f/s, %d other answers, CPU s per 1,000: %.3f server, %.3f generator",
          end.kept() / end.seconds(),
          end.others(),
          (server.cpuSeconds() - cpu) * 1e3 / end.kept(),
          end.generatorCpuSeconds() * 1e3 / end.kept());
    }
  }

  private void client(Cores cores) throws IOException {
    LongAdder arrivals = new LongAdder();
    try (AgencyDesks desks =
        new AgencyDesks(AGENCIES, (complaint, revision, key, opens, at) -> arrivals.increment())) {
      String ports = desks.ports().stream().map(String::valueOf).collect(Collectors.joining(","));
      try (Part client =
          new Part(cores, BareClient.class, ports, "" + warmUpSeconds, "" + seconds)) {
        String rate = client.line();
        table.row(
            "JDK HTTP client, 16 threads, 20 agencies",
            "%s/s, CPU s per 1,000 with its start: %.3f",
            rate,
            client.cpuSeconds() * 1e3 / Math.max(1, arrivals.sum()));
      }
    }
  }

  private void rates(Cores cores, String what, String where) throws IOException {
    try (Part store = new Part(cores, StoreRates.class, "" + seconds, where)) {
      String[] rates = store.line().split(" ", -1);
      table.row(what + ", commits of one row of 1.2 kB", "%s/s", rates[0]);
      table.row(what + ", rows in commits of 64", "%s/s", rates[1]);
      if (!rates[2].equals("0")) {
        table.row(what + ", commits of one row from 8 clients", "%s/s", rates[2]);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }
}
