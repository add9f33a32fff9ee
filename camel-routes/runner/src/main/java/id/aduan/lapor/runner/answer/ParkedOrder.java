package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ReplayWish;
import java.util.Optional;

/**
 * What a person wants done with something that waits. Its names are those of the administration's
 * JSON.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param reason needed to discard, and to be shown what names people
 * @param newMapping whether it is routed and rendered anew
 * @param absent whether the operator looked at the far end, and it is not there
 * @param present the reference under which the operator found it there
 */
public record ParkedOrder(
    String who,
    Optional<String> reason,
    boolean newMapping,
    boolean absent,
    Optional<String> present) {

  /** An order that needs no more than who, and why. */
  public static ParkedOrder by(String who, Optional<String> reason) {
    return new ParkedOrder(who, reason, false, false, Optional.empty());
  }

  /**
   * Who orders it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is too long
   */
  public Operator operator() {
    return new Operator(who, reason.orElse(""));
  }

  /**
   * How it is to be let go.
   *
   * @throws IllegalArgumentException when it contradicts itself
   */
  public ReplayWish wish() {
    return new ReplayWish(newMapping, absent, present);
  }
}
