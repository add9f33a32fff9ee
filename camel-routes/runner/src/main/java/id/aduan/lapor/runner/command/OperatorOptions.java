package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ParkedReport;
import id.aduan.lapor.sync.Operator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who acts, and why; every command that acts takes them. */
final class OperatorOptions {
  private static final String NOBODY = "unknown";
  private static final String SUDO_USER = "SUDO_USER";
  private final Surroundings surroundings;

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
      description = {
        "Who acts, as the audit trail tells it",
        "(default: who called sudo, or else the account of this machine)."
      })
  private @Nullable String who;

  OperatorOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What was said, or who called sudo, or the account; the first that is a name. */
  String who() {
    if (who != null) {
      return checked(who, "");
    }
    return Stream.of(
            surroundings.environment().get().getOrDefault(SUDO_USER, ""),
            System.getProperty("user.name", ""))
        .filter(Operator.WHO.asMatchPredicate())
        .findFirst()
        .orElse(NOBODY);
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
