package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.FileOrder;
import id.aduan.lapor.runner.answer.FileWork;
import id.aduan.lapor.runner.answer.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person does with files of a case; which act is a command of its own. */
@Command(mixinStandardHelpOptions = true, versionProvider = BuildVersion.class)
abstract class FilesOrderCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final String done;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "TRACKING_ID", description = "As 'files list' shows it.")
  private String id = "";

  @Option(
      names = "--place",
      paramLabel = "N",
      description = "Which file of the case, as 'files list' shows it (default: all).")
  private @Nullable Integer place;

  @Mixin private OperatorOptions operator;

  private FilesOrderCommand(Surroundings surroundings, String done) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
    this.done = done;
  }

  /** Checks what is ordered; nothing has been opened yet. */
  abstract FileOrder order(OperatorOptions by, Optional<Integer> which);

  abstract FileOrder.Result act(FileWork work, TrackingId complaint, FileOrder order);

  @Override
  public Integer call() {
    TrackingId complaint = CaseArgument.parse(id, "files");
    FileOrder order = order(operator, Optional.ofNullable(place));
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      FileOrder.Result result = act(source.work(), complaint, order);
      if (result.files() == 0) {
        throw new CommandFailure(
            Exit.DATA, "files.none", answer.messages().text("files.none", complaint.value()));
      }
      surroundings
          .terminal()
          .out()
          .println(
              answer.json()
                  ? Json.write(result)
                  : answer.messages().text(done, complaint.value(), result.files()));
    }
    return Exit.OK.code();
  }

  /** They are fetched again. */
  @Command(
      name = "retry",
      description = {
        "Asks the portal anew for files that were lost or refused, or are kept no more as",
        "they came, and sends anew what agencies did not take. What is above a limit of",
        "the configuration is refused again."
      })
  static final class Retry extends FilesOrderCommand {
    @Option(
        names = "--agency",
        paramLabel = "CODE",
        description = "Only sends anew what this agency did not take.")
    private @Nullable String agency;

    Retry(Surroundings surroundings) {
      super(surroundings, "files.asked");
    }

    @Override
    FileOrder order(OperatorOptions by, Optional<Integer> which) {
      return new FileOrder(
          by.who(), by.reason(), which, Optional.ofNullable(agency).map(it -> code(by, it)));
    }

    private static String code(OperatorOptions by, String given) {
      try {
        return new AgencyCode(given).value();
      } catch (IllegalArgumentException e) {
        throw by.usage("--agency is the code of an agency, as 'lapor agencies' shows it");
      }
    }

    @Override
    FileOrder.Result act(FileWork work, TrackingId complaint, FileOrder order) {
      return work.retry(complaint, order);
    }
  }

  /** It goes out. */
  @Command(
      name = "release",
      description = {
        "Lets a file go that is held back (karantina): it goes to the agencies that",
        "have the case. Needs --place and --reason; look at it first ('files export')."
      })
  static final class Release extends FilesOrderCommand {
    Release(Surroundings surroundings) {
      super(surroundings, "files.released");
    }

    @Override
    FileOrder order(OperatorOptions by, Optional<Integer> which) {
      if (which.isEmpty()) {
        throw by.usage("this needs --place: one file is let go at a time");
      }
      return new FileOrder(by.who(), Optional.of(by.requiredReason()), which);
    }

    @Override
    FileOrder.Result act(FileWork work, TrackingId complaint, FileOrder order) {
      return work.release(complaint, order);
    }
  }
}
