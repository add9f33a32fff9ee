package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells every fault of the configuration at once; opens no connection and no store. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Tells all faults of the configuration and its mapping; opens no connection.")
final class ValidateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  ValidateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = config.file();
    Terminal terminal = surroundings.terminal();
    Map<String, String> variables = surroundings.environment().get();
    try (RunnerConfig read = load(file, variables)) {
      if (json) {
        terminal.out().println(Json.write(new Answer(true, List.of(), read.notices())));
      } else {
        read.notices().forEach(notice -> terminal.err().println("note: " + notice));
        terminal.out().println(summary(file, read));
      }
      return Exit.OK.code();
    } catch (ConfigurationFault fault) {
      if (!json) {
        throw fault;
      }
      terminal.out().println(Json.write(new Answer(false, fault.problems(), List.of())));
      return Exit.CONFIGURATION.code();
    }
  }

  private RunnerConfig load(Path file, Map<String, String> variables) {
    KnownStore store = new KnownStore(file, surroundings);
    RunnerConfig read =
        ConfigFile.load(file, new LateTransport(), variables::get, store.categories());
    Optional<Problem> other = store.otherContent(read.mapping());
    if (other.isPresent()) {
      read.close();
      throw new ConfigurationFault(List.of(other.get()));
    }
    return read;
  }

  private static String summary(Path file, RunnerConfig read) {
    int agencies = read.agencies().size();
    return "%s: no fault; %d %s, mapping %s, %s, store %s"
        .formatted(
            file,
            agencies,
            agencies == 1 ? "agency" : "agencies",
            read.mapping().version(),
            read.portal().webhook().pushed() ? "webhook and polling" : "polling alone",
            read.store().place());
  }

  /** What {@code --json} prints. */
  record Answer(boolean valid, List<Problem> problems, List<Problem> notices) {}
}
