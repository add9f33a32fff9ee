package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole way under load, from the portal's signed message to the agency's ticket. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "The whole way, webhook to 20 agencies, under load and with faults.")
public final class LoadCommand implements Callable<Integer> {
  private final List<String> connector;
  private final Table table;

  @Option(
      names = "--scenario",
      defaultValue = "plain",
      description = "plain, saturation, hung-agency, kills, agency-down or drain")
  private String scenario = "plain";

  @Option(names = "--store", defaultValue = "sqlite", description = "sqlite or postgres")
  private String store = "sqlite";

  @Option(names = "--per-second", defaultValue = "500", description = "messages, on average")
  private double perSecond = 500;

  @Option(names = "--seconds", defaultValue = "30", description = "after the warm-up")
  private int seconds = 30;

  @Option(names = "--warm-up-seconds", defaultValue = "10", description = "at the same rate")
  private int warmUpSeconds = 10;

  @Option(names = "--connections", defaultValue = "64", description = "of the portal")
  private int connections = 64;

  @Option(names = "--queued", defaultValue = "20000", description = "drain: for the dead agency")
  private int queued = 20_000;

  @Option(names = "--agency-rate", defaultValue = "500", description = "drain: its calls a second")
  private int agencyRate = 500;

  @Option(names = "--seed", defaultValue = "2101")
  private long seed = 2101;

  /** Measures what these words start; rows go to {@code out}. */
  public LoadCommand(List<String> connector, PrintStream out) {
    this.connector = List.copyOf(connector);
    this.table = new Table(out);
  }

  @Override
  public Integer call() throws IOException {
    Cores cores = Cores.find();
    cores.moveSelf();
    StoreUnderLoad.Kind kind = StoreUnderLoad.Kind.valueOf(store.toUpperCase(Locale.ROOT));
    Scenarios scenarios =
        new Scenarios(
            new Arena.Setup(connector, cores, kind, connections),
            new Scenarios.Load(perSecond, seconds, warmUpSeconds, seed),
            table);
    table.row("arrangement", "%s; store %s", cores.told(), store);
    switch (scenario) {
      case "plain" -> scenarios.plain();
      case "saturation" -> scenarios.saturation();
      case "hung-agency" -> scenarios.hungAgency();
      case "kills" -> scenarios.kills();
      case "agency-down" -> scenarios.agencyDown();
      case "drain" -> scenarios.drain(queued, agencyRate);
      default ->
          throw new IllegalArgumentException(
              "--scenario: plain, saturation, hung-agency, kills, agency-down or drain");
    }
    return 0;
  }
}
