package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.Operator;
import java.time.Instant;
import java.util.Optional;

/**
 * That a person calls off a mapping that is to count later. Its names are those of the
 * administration's JSON.
 *
 * @param who an account, of the form {@link Operator#WHO}
 */
public record MappingCancel(String version, String who, Optional<String> reason) {
  /**
   * Who orders it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is of another form
   */
  public Operator operator() {
    return new Operator(who, reason.orElse(""));
  }

  /** What became of it. */
  public enum Outcome {
    /** It is not to count any more. */
    CANCELLED,
    /** It was not to count later; nothing was changed. */
    NOT_SCHEDULED
  }

  /**
   * How it ended.
   *
   * @param from when it would have counted from
   */
  public record Result(Outcome outcome, String version, Optional<Instant> from) {
    /** As the desk said it. */
    public static Result of(String version, Optional<Instant> from) {
      Outcome outcome = from.isPresent() ? Outcome.CANCELLED : Outcome.NOT_SCHEDULED;
      return new Result(outcome, version, from);
    }
  }
}
