package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ReplyDesk;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants done with an answer that waits for one. Its names are those of the
 * administration's JSON.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param reason needed to reject
 * @param text what an approved answer says instead of the agency's words
 * @param files the hashes of those that were handed in for it and go with it, in their order
 */
public record ReplyOrder(
    String who, Optional<String> reason, Optional<String> text, Optional<List<String>> files) {

  /** One that names no file. */
  public ReplyOrder(String who, Optional<String> reason, Optional<String> text) {
    this(who, reason, text, Optional.empty());
  }

  /** The same with these files. */
  public ReplyOrder with(List<String> hashes) {
    return new ReplyOrder(who, reason, text, Optional.of(List.copyOf(hashes)));
  }

  /**
   * Who orders it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is of another form
   */
  public Operator operator() {
    return new Operator(who, reason.orElse(""));
  }

  /**
   * What became of it.
   *
   * @param done whether anything was
   */
  public record Result(long id, boolean done, ReplyDesk.Outcome outcome) {
    public static Result of(long id, ReplyDesk.Outcome outcome) {
      boolean done = outcome == ReplyDesk.Outcome.APPROVED || outcome == ReplyDesk.Outcome.REJECTED;
      return new Result(id, done, outcome);
    }
  }
}
