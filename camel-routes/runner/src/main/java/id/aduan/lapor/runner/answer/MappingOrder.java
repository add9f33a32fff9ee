package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.MappingDesk;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.yaml.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mapping that a person lets count. Its names are those of the administration's JSON.
 *
 * @param file its name without a folder
 * @param content the file itself, in base64
 * @param at from when on; empty for now
 * @param who an account, of the form {@link Operator#WHO}
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record MappingOrder(
    String file, byte[] content, Optional<Instant> at, String who, Optional<String> reason) {
  /** The most bytes of a mapping. */
  public static final int BYTES_MAX = 8 << 20;

  /** The most bytes of an order, whose file is a third longer in JSON. */
  public static final int ORDER_BYTES_MAX = BYTES_MAX / 3 * 4 + 65_536;

  private static final int NAME_CHARACTERS_MAX = 200;

  /**
   * The order as the desk takes it.
   *
   * @throws IllegalArgumentException when who is no account, the reason is of another form, or the
   *     name is none of a file
   */
  public MappingDesk.Order order() {
    if (file.isBlank()
        || file.length() > NAME_CHARACTERS_MAX
        || file.matches(".*[/\\\\\\p{Cntrl}].*")) {
      throw new IllegalArgumentException("a file's name has 1 to 200 characters and no folder");
    }
    return new MappingDesk.Order(file, content, at, new Operator(who, reason.orElse("")));
  }

  /** What became of an order. */
  public enum Outcome {
    /** It counts from the moment of the result on. */
    APPLIES,
    /** It counts already, since that moment; nothing was changed. */
    COUNTS,
    /** It has faults; nothing was changed. */
    FAULTY,
    /** The moment has passed, or is too far ahead; nothing was changed. */
    BAD_MOMENT
  }

  /**
   * How it ended.
   *
   * @param version of the mapping, empty where it has faults
   * @param from when it counts from
   * @param next what was applied to count after it
   */
  public record Result(
      Outcome outcome,
      String version,
      Optional<Instant> from,
      Optional<MappingDesk.Later> next,
      List<Problem> faults) {
    public Result {
      faults = List.copyOf(faults);
    }

    /** As the desk said it. */
    public static Result of(MappingDesk.Outcome outcome) {
      if (outcome instanceof MappingDesk.Outcome.Applies it) {
        return new Result(
            Outcome.APPLIES, it.version(), Optional.of(it.from()), it.next(), List.of());
      }
      if (outcome instanceof MappingDesk.Outcome.Counts it) {
        return new Result(
            Outcome.COUNTS, it.version(), Optional.of(it.since()), it.next(), List.of());
      }
      if (outcome instanceof MappingDesk.Outcome.Faulty it) {
        return new Result(Outcome.FAULTY, "", Optional.empty(), Optional.empty(), it.faults());
      }
      return new Result(Outcome.BAD_MOMENT, "", Optional.empty(), Optional.empty(), List.of());
    }
  }
}
