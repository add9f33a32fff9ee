package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.FilingOrder;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedResult;
import id.aduan.lapor.runner.log.OneLine;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets go the step of a report that waits for a person. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Lets go the step of a report that waits for a person: it is tried or looked up again.",
      "Where the portal cannot be asked, say what you found there."
    })
final class FileResolveCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private OperatorOptions operator;

  @Parameters(paramLabel = "ID", description = "Its number in 'file list'.")
  private long id;

  @Option(
      names = "--tracking-id",
      paramLabel = "ID",
      description = "I looked at the portal: it is there, under this tracking id.")
  private @Nullable String trackingId;

  @Option(names = "--not-there", description = "I looked at the portal: it is not there.")
  private boolean notThere;

  FileResolveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    FilingOrder order =
        new FilingOrder(
            operator.who(), operator.reason(), notThere, Optional.ofNullable(trackingId));
    try {
      order.wish();
    } catch (IllegalArgumentException e) {
      throw operator.usage(String.valueOf(e.getMessage()));
    }
    try (FilingSource source = FilingSource.open(config.file(), surroundings)) {
      ParkedResult result = source.work().resolve(id, order);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(result));
      } else {
        surroundings.terminal().out().println(OneLine.of(line(result)));
      }
      return (result.done() ? Exit.OK : Exit.DATA).code();
    }
  }

  private String line(ParkedResult result) {
    Messages messages = answer.messages();
    String mark = messages.text(result.done() ? "replay.yes" : "replay.no");
    String what =
        result.code().equals("ask_far_end")
            ? messages.text("file.ask")
            : messages.text("replay." + result.code(), result.detail());
    return "%s  %s: %s".formatted(result.id(), mark, what);
  }
}
