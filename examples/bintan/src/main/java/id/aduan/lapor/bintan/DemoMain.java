package id.aduan.lapor.bintan;

import id.aduan.lapor.bintan.demo.Demo;
import id.aduan.lapor.bintan.demo.DemoOptions;
import id.aduan.lapor.bintan.demo.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lapor demo}: exit 0, or 1 if anything was lost or doubled. */
@Command(
    name = "lapor demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays the whole story as Kabupaten Bintan: a simulated portal, a REST ticket system of the",
      "regency's offices, a SOAP service of the land office, and the connector between them."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything arrived once",
      "1:something was lost or duplicated",
      "64:wrong usage",
      "69:a port is taken, or the connector did not start"
    })
public final class DemoMain implements Callable<Integer> {
  private static final int EX_USAGE = 64;
  private static final int EX_UNAVAILABLE = 69;

  @Option(names = "--once", description = "End by itself, with the summary line.")
  private boolean once;

  @Option(
      names = "--complaints",
      defaultValue = "40",
      description = "How many complaints are filed (default: ${DEFAULT-VALUE}).")
  private int complaints;

  @Option(
      names = "--no-push",
      negatable = false,
      description = "The portal pushes nothing: the connector polls.")
  private boolean noPush;

  @Option(names = "--thin", description = "The portal pushes numbers only.")
  private boolean thin;

  @Option(
      names = "--kills",
      defaultValue = "0",
      description = "Kill the connector so often (kill -9), each time with work under way.")
  private int kills;

  @Option(
      names = "--seed",
      defaultValue = "2101",
      description = "The same seed tells the same story (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--ports",
      defaultValue = "18100",
      description = "The first of five ports in a row (default: ${DEFAULT-VALUE}).")
  private int firstPort;

  @Option(
      names = "--data",
      description = "Where the run is kept; emptied first (default: data/demo of the checkout).")
  private Path data = Path.of(System.getProperty("lapor.home", "."), "data", "demo");

  @Option(
      names = "--config",
      description = "The configuration (default: examples/bintan of the checkout).")
  private Path config =
      Path.of(System.getProperty("lapor.home", "."), "examples", "bintan", "config", "lapor.yaml");

  public static void main(String[] args) {
    int code =
        new CommandLine(new DemoMain())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  command.getErr().println("error[DEMO]: " + failure.getMessage());
                  return failure instanceof IOException ? EX_UNAVAILABLE : 70;
                })
            .setParameterExceptionHandler(
                (failure, arguments) -> {
                  failure
                      .getCommandLine()
                      .getErr()
                      .println("error[USAGE]: " + failure.getMessage() + "; see lapor demo --help");
                  return EX_USAGE;
                })
            .execute(args);
    System.exit(code);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DemoOptions options =
        new DemoOptions(once, complaints, !noPush, thin, kills, seed, Duration.ofMinutes(3));
    return new Demo(options, System.out)
            .run(
                data.toAbsolutePath().normalize(),
                config.toAbsolutePath().normalize(),
                Ports.from(firstPort))
            .clean()
        ? 0
        : 1;
  }
}
