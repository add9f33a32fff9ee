package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ParkedReport;
import id.aduan.lapor.sync.Operator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who acts, and why. */
final class OperatorOptions {
  private static final String NOBODY = "unknown";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; at most 200 characters, kept in the audit trail. Name no reporter.")
  private @Nullable String reason;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      description = "Who acts, as the audit trail tells it (default: the account of this machine).")
  private @Nullable String who;

  /** The account, or what was said instead. */
  String who() {
    if (who != null) {
      return checked(who, "");
    }
    String account = System.getProperty("user.name", NOBODY);
    return Operator.WHO.matcher(account).matches() ? account : NOBODY;
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason).map(it -> checkedReason(it));
  }

  String requiredReason() {
    return reason()
        .filter(it -> !it.isBlank())
        .orElseThrow(() -> usage("this needs --reason, for the audit trail"));
  }

  private String checked(String name, String why) {
    try {
      return new Operator(name, why).who();
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private String checkedReason(String text) {
    var unused = checked(NOBODY, text);
    return text;
  }

  /** Refuses what is no id; does not print it back. */
  void requireIds(List<String> ids) {
    if (!ids.stream().allMatch(ParkedReport.ID.asMatchPredicate())) {
      throw usage("ID is a number, or in- and 16 digits from 0 to f");
    }
  }

  CommandFailure usage(String what) {
    String command = Objects.requireNonNull(mixee).qualifiedName();
    return new CommandFailure(Exit.USAGE, "usage", what + "; see '" + command + " --help'");
  }
}
