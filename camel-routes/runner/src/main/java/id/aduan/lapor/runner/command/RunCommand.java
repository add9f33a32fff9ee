package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.StopSignal;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.runner.config.StorePlace;
import id.aduan.lapor.runner.http.ListenException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the connector until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Runs the connector until SIGTERM.")
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = config.file();
    Map<String, String> variables = surroundings.environment().get();
    LateTransport transport = new LateTransport();
    RunnerConfig read = ConfigFile.load(file, transport, variables::get);
    requireOwnPlace(read);
    StopSignal stop = StopSignal.ofProcess();
    try (RunningConnector running = RunningConnector.start(read, transport)) {
      read.notices().forEach(notice -> LOG.warn("{}", notice));
      Precautions.warnings(places(read), variables).forEach(warning -> LOG.warn("{}", warning));
      surroundings.terminal().out().println(ready(read, running));
      stop.await();
      LOG.info("stopping");
    } catch (ListenException e) {
      throw new CommandFailure(
          e.forbidden() ? Exit.PERMISSION : Exit.UNAVAILABLE, "http.listen", e.line());
    }
    return Exit.OK.code();
  }

  private static void requireOwnPlace(RunnerConfig read) {
    try {
      places(read).forEach(Precautions::requireOwnPlace);
    } catch (CommandFailure e) {
      read.close();
      throw e;
    }
  }

  /** Files of the store that another user of this machine must not be able to replace. */
  private static List<Path> places(RunnerConfig read) {
    Path notice = read.store().notice();
    return read.store().place() instanceof StorePlace.InFile in
        ? List.of(in.file(), notice)
        : List.of(notice);
  }

  private static String ready(RunnerConfig read, RunningConnector running) {
    String where =
        running
            .address()
            .map(address -> "on " + address)
            .orElse("without a port, by polling alone");
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    int agencies = read.agencies().size();
    return String.format(
        Locale.ROOT,
        "lapor: ready %s in %.1f s, %d %s, store %s",
        where,
        seconds,
        agencies,
        agencies == 1 ? "agency" : "agencies",
        read.store().place());
  }
}
