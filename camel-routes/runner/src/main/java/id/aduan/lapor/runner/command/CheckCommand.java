package id.aduan.lapor.runner.command;

import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.OutwardCalls;
import id.aduan.lapor.runner.Stores;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.check.CallWatch;
import id.aduan.lapor.runner.check.CheckReport;
import id.aduan.lapor.runner.check.CheckReport.FarEnd;
import id.aduan.lapor.runner.check.ConverterCheck;
import id.aduan.lapor.runner.check.DatabaseCheck;
import id.aduan.lapor.runner.check.FarEndChecks;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.runner.config.StorePlace.InPostgres;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Tries the portal, every agency and the database of the store, if it is in one; writes nothing
 * anywhere.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Tries the portal and every agency: name, connection, TLS, a read, clock.",
      "Of a store in a database: connection, settings, tables.",
      "Of the converter of documents: which office, and what holds it.",
      "Only reads. Exit code 0 when all answer as agreed, 69 otherwise."
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = config.file();
    Map<String, String> variables = surroundings.environment().get();
    LateTransport transport = new LateTransport();
    CallWatch watch = new CallWatch(transport);
    try (RunnerConfig read = ConfigFile.load(file, watch, variables::get);
        watch) {
      CheckReport report = withConverter(check(read, transport, watch), read, variables);
      print(report);
      return (report.ok() ? Exit.OK : Exit.UNAVAILABLE).code();
    }
  }

  private CheckReport check(RunnerConfig read, LateTransport transport, CallWatch watch) {
    OutwardCalls calls = OutwardCalls.open(transport);
    try {
      Portal portal = read.portal().wire().open(watch, surroundings.time(), new SecureRandom());
      return withDatabase(new FarEndChecks(watch, surroundings.time()).run(portal, read), read);
    } finally {
      calls.close();
    }
  }

  private CheckReport withDatabase(CheckReport report, RunnerConfig read) {
    if (read.store().place() instanceof InPostgres place) {
      FarEnd database =
          DatabaseCheck.of(Stores.source(read.store()), place.toString(), surroundings.time());
      List<FarEnd> all = new ArrayList<>(report.farEnds());
      all.add(database);
      return new CheckReport(report.ok() && database.ok(), List.copyOf(all));
    }
    return report;
  }

  private CheckReport withConverter(
      CheckReport report, RunnerConfig read, Map<String, String> variables) {
    FarEnd converter =
        ConverterCheck.of(
            read.documents().converter(),
            variables.getOrDefault("PATH", ""),
            Path.of(System.getProperty("java.io.tmpdir")),
            surroundings.time());
    List<FarEnd> all = new ArrayList<>(report.farEnds());
    all.add(converter);
    return new CheckReport(report.ok() && converter.ok(), List.copyOf(all));
  }

  private void print(CheckReport report) {
    PrintWriter out = surroundings.terminal().out();
    if (json) {
      out.println(Json.write(report));
      return;
    }
    for (FarEnd end : report.farEnds()) {
      out.println(
          OneLine.of(
              "%s (%s): %s, %d ms"
                  .formatted(end.name(), end.host(), end.ok() ? "ok" : "FAILED", end.millis())));
      for (CheckReport.Step step : end.steps()) {
        out.println(
            OneLine.of(
                "  %-8s%-7s%s".formatted(step.step(), step.ok() ? "ok" : "FAILED", step.detail())));
      }
    }
  }
}
