package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ReplayWish;
import java.util.Optional;

/**
 * What a person says of a step that waits for one. Its names are those of the administration's
 * JSON.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param notThere whether they looked at the portal, and it is not there
 * @param trackingId under which they found it there
 */
public record FilingOrder(
    String who, Optional<String> reason, boolean notThere, Optional<String> trackingId) {

  /**
   * Who says it.
   *
   * @throws IllegalArgumentException when it is no account, or the reason is too long
   */
  public Operator operator() {
    return new Operator(who, reason.orElse(""));
  }

  /**
   * What is to be done then.
   *
   * @throws IllegalArgumentException when it contradicts itself
   */
  public ReplayWish wish() {
    return new ReplayWish(false, notThere, trackingId);
  }
}
