package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ReplyDesk;
import id.aduan.lapor.sync.ReplyRules;
import java.util.List;
import java.util.Optional;

/**
 * A file that a person hands in for an answer that waits. Its names are those of the
 * administration's JSON; its text form shows neither name nor content.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param name as its owner calls it; anything
 * @param content the file itself, in base64
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record ReplyFile(String who, Optional<String> reason, String name, byte[] content) {
  /** The largest that is ever taken; the configuration may say less. */
  public static final int BYTES_MAX = ReplyRules.FILE_BYTES_MAX;

  /** The most bytes of an order, whose file is a third longer in JSON. */
  public static final int ORDER_BYTES_MAX = BYTES_MAX / 3 * 4 + 65_536;

  /**
   * Who orders it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is of another form
   */
  public Operator operator() {
    return new Operator(who, reason.orElse(""));
  }

  @Override
  public String toString() {
    return "ReplyFile[" + content.length + " bytes]";
  }

  /**
   * What became of it.
   *
   * @param done whether it is kept
   * @param file as it goes with the answer, once that is approved with its {@code sha256}
   * @param findings codes of what is odd about it; where it is not kept, why
   */
  public record Result(
      long id,
      boolean done,
      ReplyDesk.Outcome outcome,
      Optional<ReplyContent.Enclosed> file,
      List<String> findings) {
    public Result {
      findings = List.copyOf(findings);
    }

    public static Result of(long id, ReplyDesk.Enclosing enclosing) {
      boolean done = enclosing.outcome() == ReplyDesk.Outcome.ENCLOSED;
      return new Result(
          id,
          done,
          enclosing.outcome(),
          enclosing.file().filter(file -> done).map(ReplyContent.Enclosed::of),
          enclosing.findings());
    }
  }
}
