package id.aduan.lapor.runner.command;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.sync.MappingDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells which open cases another mapping would send elsewhere. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The open cases that NEW (default: the configured file) would send elsewhere",
      "than they are. With OLD: those that the two mappings decide otherwise,",
      "wherever they are. Only reads: a case keeps the version that routed it; one",
      "that a person assigned is not compared. Exit code 1 when there are some."
    })
final class MappingDiffCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(
      arity = "0..2",
      paramLabel = "[OLD] NEW",
      description = "Files, or versions as 'mapping versions' lists them.")
  private List<String> names = List.of();

  MappingDiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = config.file();
    try (StoreReader reader = StoreReader.open(file, surroundings)) {
      MappingChoice choice = new MappingChoice(ConfigFile.mapping(file), reader::store);
      Mapping old =
          names.size() == 2
              ? choice.named(names.get(0))
              : choice.counting(surroundings.time().instant());
      Mapping next =
          names.isEmpty() ? choice.configured() : choice.named(names.get(names.size() - 1));
      MappingDiff.Basis basis =
          names.size() == 2 ? MappingDiff.Basis.DECIDED : MappingDiff.Basis.PRESENT;
      MappingDiff.Report report = MappingDiff.of(reader.store(), basis, old, next);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        page().diff(report);
      }
      return (report.moved() == 0 ? Exit.OK : Exit.DIFFERENCE).code();
    }
  }

  private MappingPage page() {
    return new MappingPage(answer.messages(), surroundings.terminal().out());
  }
}
