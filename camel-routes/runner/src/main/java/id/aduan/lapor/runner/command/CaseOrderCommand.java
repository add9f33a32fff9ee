package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.CaseOrder;
import id.aduan.lapor.runner.answer.CaseWork;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.log.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the coordinator does with a case; which act is a command of its own. */
@Command(mixinStandardHelpOptions = true, versionProvider = BuildVersion.class)
abstract class CaseOrderCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "TRACKING_ID", description = "As 'cases list' shows it.")
  private String id = "";

  @Mixin private OperatorOptions operator;

  private CaseOrderCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  /** What is ordered; nothing has been opened yet. */
  abstract CaseOrder order(OperatorOptions by);

  abstract CaseOrder.Result act(CaseWork work, TrackingId id, CaseOrder order);

  @Override
  public Integer call() {
    TrackingId complaint = CaseArgument.parse(id, "cases");
    CaseOrder order = order(operator);
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      CaseOrder.Result result = act(source.work(), complaint, order);
      String told =
          answer.messages().text("cases." + result.code(), complaint.value(), result.detail());
      if (!result.done()) {
        if (answer.json()) {
          surroundings.terminal().out().println(Json.write(result));
        }
        throw new CommandFailure(Exit.DATA, "cases.refused", OneLine.of(told));
      }
      String unasked =
          result.unasked().isEmpty()
              ? ""
              : " " + answer.messages().text("cases.unasked", String.join(", ", result.unasked()));
      surroundings
          .terminal()
          .out()
          .println(answer.json() ? Json.write(result) : OneLine.of(told + unasked));
    }
    return Exit.OK.code();
  }

  /** Says which agencies have it. */
  @Command(
      name = "assign",
      description = {
        "Gives a case to agencies; those that have it and are not named have it no",
        "more. With --proposal: confirms what 'cases list' showed under that mark.",
        "With neither: leaves it where it is, or tells what is proposed. To the first",
        "agency it is passed on the portal too, where that reaches it by a forwarding."
      })
  static final class Assign extends CaseOrderCommand {
    @Option(
        names = "--to",
        paramLabel = "CODE",
        split = ",",
        description = "The agencies' codes; the first answers for the whole. May stand often.")
    private List<String> to = new ArrayList<>();

    @Option(
        names = "--proposal",
        paramLabel = "MARK",
        description = "What is confirmed, as 'cases list' shows it in brackets; not with --to.")
    private @Nullable String proposal;

    Assign(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    CaseOrder order(OperatorOptions by) {
      try {
        to.forEach(code -> new AgencyCode(code.strip()));
      } catch (IllegalArgumentException e) {
        throw by.usage("CODE is an agency's code: lower-case letters, digits and hyphens");
      }
      List<String> codes = to.stream().map(String::strip).toList();
      Optional<String> shown = Optional.ofNullable(proposal).map(it -> it.strip());
      if (shown.isPresent() && !codes.isEmpty()) {
        throw by.usage("--proposal confirms what is proposed, --to names others: give one of them");
      }
      return new CaseOrder(by.who(), by.reason(), codes, shown, Optional.empty());
    }

    @Override
    CaseOrder.Result act(CaseWork work, TrackingId id, CaseOrder order) {
      return work.assign(id, order);
    }
  }

  /** It is given back on the portal. */
  @Command(
      name = "return",
      description = {
        "Gives a case back on the portal as not ours (bukan wewenang), or passes it on",
        "to another institution there. Needs --reason, which stands on the portal."
      })
  static final class GiveBack extends CaseOrderCommand {
    @Option(
        names = "--institution",
        paramLabel = "NUMBER",
        description = {
          "The portal's number of the institution that it is to be with",
          "(default: the one that it came from, where the portal's log names it)."
        })
    private @Nullable String institution;

    GiveBack(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    CaseOrder order(OperatorOptions by) {
      return new CaseOrder(
          by.who(),
          Optional.of(by.requiredReason()),
          List.of(),
          Optional.empty(),
          Optional.ofNullable(institution).map(it -> it.strip()));
    }

    @Override
    CaseOrder.Result act(CaseWork work, TrackingId id, CaseOrder order) {
      return work.giveBack(id, order);
    }
  }
}
