package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ReconcileBusyException;
import id.aduan.lapor.runner.answer.ReconcileWork;
import id.aduan.lapor.sync.Reconciliation.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the portal's complaints with ours. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Compares the portal's complaints with ours and tells what differs;",
      "where the portal has no list, the details of the open ones.",
      "Asked of the connector that runs, or done on the store itself.",
      "Exit code 0 when both sides say the same, 1 when differences remain,",
      "75 while a comparison with other terms is under way."
    })
final class ReconcileCommand implements Callable<Integer> {
  private static final Duration WAIT = Duration.ofSeconds(10);
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = "--apply",
      description = {
        "Repair what differs, by the ways that everything else comes in.",
        "Doing it twice changes nothing."
      })
  private boolean apply;

  @Mixin private OperatorOptions operator;

  ReconcileCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    Path file = config.file();
    ReconcileWork.Order order =
        new ReconcileWork.Order(apply, operator.who(), operator.reason().orElse(""));
    try (ReconcileSource source = ReconcileSource.open(file, surroundings)) {
      Report report = ended(source.work(), order);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new ReconcilePage(
                answer.messages(), source.whereabouts().zone(), surroundings.terminal().out())
            .print(report);
      }
      return (report.isClean() ? Exit.OK : Exit.DIFFERENCE).code();
    } catch (ReconcileBusyException e) {
      throw new CommandFailure(Exit.TRY_LATER, e.code(), e.getMessage());
    }
  }

  private static Report ended(ReconcileWork work, ReconcileWork.Order order) {
    ReconcileWork.Standing standing = work.begin(order);
    while (standing.running()) {
      standing = work.await(WAIT);
    }
    String failure = standing.failure();
    Optional<Report> report = standing.report();
    return report.orElseThrow(
        () -> new CommandFailure(Exit.UNAVAILABLE, "reconcile.unfinished", failure));
  }
}
