package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.CategoryOrder;
import id.aduan.lapor.runner.answer.CategoryReport;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.sync.CatalogueDesk;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which list of the portal's categories counts, and lets a held one count. */
@Command(
    name = "categories",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Which list of the portal's categories counts, how it differs from the one",
      "before, and one that is held since more than a fifth of it is gone, renamed",
      "or moved; and the lines of the mapping that do not fit the list that counts."
    })
final class MappingCategoriesCommand implements Callable<Integer> {
  private static final int LINES_MAX = 50;
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private OperatorOptions operator;

  @Option(
      names = "--accept",
      paramLabel = "READ_AT",
      description = {
        "Let the held list count that was read at this moment, as this command",
        "tells it. Needs --reason."
      })
  private @Nullable String accept;

  MappingCategoriesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    return accept == null ? told(config.file()) : accepted(accept, config.file());
  }

  private int accepted(String moment, Path file) {
    CategoryOrder order =
        new CategoryOrder(readAt(moment), operator.who(), operator.requiredReason());
    CategoryOrder.Result result;
    try (MappingSource source =
        MappingSource.open(file, ConfigFile.whereabouts(file), surroundings)) {
      result = source.work().accept(order);
    }
    if (result.outcome() == CatalogueDesk.Outcome.OTHER_HELD) {
      throw new CommandFailure(
          Exit.DATA, "mapping.other_held", answer.messages().text("mapping.categories.other"));
    }
    if (result.outcome() != CatalogueDesk.Outcome.COUNTS) {
      throw new CommandFailure(
          Exit.DATA, "mapping.nothing_held", answer.messages().text("mapping.categories.nothing"));
    }
    surroundings
        .terminal()
        .out()
        .println(
            answer.json()
                ? Json.write(result)
                : answer.messages().text("mapping.categories.accepted"));
    return Exit.OK.code();
  }

  private Instant readAt(String moment) {
    try {
      return Instant.parse(moment);
    } catch (DateTimeException e) {
      throw operator.usage("--accept takes the moment that 'lapor mapping categories' tells");
    }
  }

  private int told(Path file) {
    try (AnswerSource source = AnswerSource.open(file, surroundings)) {
      CategoryReport report = source.answers().categories();
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        print(report, source.whereabouts().zone());
      }
    }
    return Exit.OK.code();
  }

  private void print(CategoryReport report, ZoneId zone) {
    list("mapping.categories.counts", report.counts(), zone);
    report.held().ifPresent(it -> list("mapping.categories.held", it, zone));
    report
        .held()
        .flatMap(CategoryReport.ListOf::readAt)
        .ifPresent(it -> line("mapping.categories.accept", it));
    if (!report.mapped().isEmpty()) {
      line("mapping.categories.mapped");
      report.mapped().forEach(it -> out().println(OneLine.of("  " + it.id() + "  " + it.where())));
    }
    if (report.unfit() > 0) {
      line("mapping.categories.unfit", report.unfit());
      report.notices().stream()
          .limit(LINES_MAX)
          .forEach(it -> out().println(OneLine.of("  " + it)));
    }
    if (report.notices().size() > LINES_MAX) {
      line("mapping.more", LINES_MAX);
    }
  }

  private void list(String key, CategoryReport.ListOf list, ZoneId zone) {
    Messages messages = answer.messages();
    line(
        key,
        list.source(),
        list.readAt().map(it -> messages.minute(it, zone)).orElse("-"),
        list.entries());
    items("mapping.categories.added", list.change().added());
    items("mapping.categories.gone", list.change().gone());
    items("mapping.categories.renamed", list.change().renamed());
    items("mapping.categories.moved", list.change().moved());
  }

  private void items(String key, List<CategoryReport.Item> items) {
    if (items.isEmpty()) {
      return;
    }
    out().println("  " + answer.messages().text(key, items.size()));
    items.stream()
        .limit(LINES_MAX)
        .forEach(
            it ->
                out()
                    .println(
                        OneLine.of(
                            "    %6s  %s%s"
                                .formatted(
                                    it.id(),
                                    it.name(),
                                    it.now().isEmpty() ? "" : " -> " + it.now()))));
    if (items.size() > LINES_MAX) {
      line("mapping.more", LINES_MAX);
    }
  }

  private PrintWriter out() {
    return surroundings.terminal().out();
  }

  private void line(String key, Object... values) {
    out().println(OneLine.of(answer.messages().text(key, values)));
  }
}
