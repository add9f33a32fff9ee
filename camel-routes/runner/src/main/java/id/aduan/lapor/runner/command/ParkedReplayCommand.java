package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedOrder;
import id.aduan.lapor.runner.answer.ParkedRequest;
import id.aduan.lapor.runner.answer.ParkedSelection;
import id.aduan.lapor.runner.answer.ParkedWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets go what waits for a person: by id, or by filter. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Lets go what waits: a delivery goes out again, an arrival is read again.",
      "By ids, or by filter; a filter, or --all, does nothing without --yes but tell.",
      "Each is done by itself: stopped half-way, the same command goes on with the rest."
    })
final class ParkedReplayCommand implements Callable<Integer> {
  private static final String OLD = "old";
  private static final String NEW = "new";
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private ParkedFilterOptions filter = new ParkedFilterOptions();
  @Mixin private OperatorOptions operator;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "As 'parked list' shows them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "Everything that waits; needs --yes.")
  private boolean all;

  @Option(
      names = "--mapping-version",
      paramLabel = "VERSION",
      description = "Only deliveries of cases that this version of the mapping has routed.")
  private @Nullable String mappingVersion;

  @Option(
      names = "--mapping",
      paramLabel = "old|new",
      defaultValue = OLD,
      description = "new: route and render it anew from the case (default: ${DEFAULT-VALUE}).")
  private String mapping = OLD;

  @Option(names = "--absent", description = "I looked at the far end: it is not there.")
  private boolean absent;

  @Option(
      names = "--present",
      paramLabel = "TICKET",
      description = "I looked at the far end: it is there, under this number.")
  private @Nullable String present;

  @Option(
      names = "--dry-run",
      description = {
        "Print the exact request, and send nothing: it names people.",
        "Needs one ID and --reason; that you saw it is in the audit trail."
      })
  private boolean dryRun;

  @Option(names = "--yes", description = "Do it, where it is many.")
  private boolean yes;

  ParkedReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    boolean many = all || filter.any() || mappingVersion != null;
    check(many);
    ParkedOrder order = order();
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      if (dryRun) {
        return show(source.work(), order);
      }
      List<String> meant = many ? selected(source) : ids;
      ReplayRun run = new ReplayRun(source.work(), answer, surroundings.terminal().out());
      return many && !yes ? run.tell(meant, order) : run.replay(meant, order);
    }
  }

  private void check(boolean many) {
    operator.requireIds(ids);
    if (many == !ids.isEmpty()) {
      throw operator.usage("name ids, or a filter or --all, one of them");
    }
    if (mappingVersion != null && !ParkedSelection.Filter.isVersion(mappingVersion)) {
      throw operator.usage("--mapping-version is blank or no line: is a variable empty?");
    }
    if (!List.of(OLD, NEW).contains(mapping)) {
      throw operator.usage("--mapping is old or new");
    }
    if (all && (filter.any() || mappingVersion != null)) {
      throw operator.usage("--all takes no filter beside it");
    }
    if ((absent || present != null || dryRun) && many) {
      throw operator.usage("--absent, --present and --dry-run take ids, for you looked at each");
    }
    if ((present != null || dryRun) && ids.size() != 1) {
      throw operator.usage("--present and --dry-run take one id");
    }
  }

  private ParkedOrder order() {
    Optional<String> reason = dryRun ? Optional.of(operator.requiredReason()) : operator.reason();
    ParkedOrder order =
        new ParkedOrder(
            operator.who(), reason, mapping.equals(NEW), absent, Optional.ofNullable(present));
    try {
      order.wish();
      return order;
    } catch (IllegalArgumentException e) {
      throw operator.usage(String.valueOf(e.getMessage()));
    }
  }

  private List<String> selected(WorkSource source) {
    ParkedSelection selection =
        source
            .work()
            .select(
                ParkedSelection.Filter.of(
                    filter.read(source.whereabouts().zone()), Optional.ofNullable(mappingVersion)));
    if (selection.more()) {
      surroundings
          .terminal()
          .err()
          .println("note: there are more than " + ParkedSelection.IDS_MAX + "; these first");
    }
    return selection.ids();
  }

  private int show(ParkedWork work, ParkedOrder order) {
    String id = ids.get(0);
    ParkedRequest request =
        work.request(id, order)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        Exit.DATA,
                        "parked.nothing_shown",
                        "nothing would go out for " + id + "; 'lapor parked show' tells of it"));
    if (answer.json()) {
      surroundings.terminal().out().println(Json.write(request));
    } else {
      new RequestPage(surroundings.terminal().out()).print(request);
    }
    return Exit.OK.code();
  }
}
