package id.aduan.lapor.runner.answer;

import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetSwitch;
import id.aduan.lapor.sync.Operator;

/**
 * What a person decides of a target.
 *
 * @param who an account, of the form {@link Operator#WHO}
 * @param reason why; needed, and kept in the audit trail
 */
public record AgencyOrder(Mode mode, String who, String reason) {

  /**
   * Has it done.
   *
   * @throws IllegalArgumentException for a target that there is not, who is no account, or a reason
   *     that is missing or of another form
   */
  public StatusReport.Standing by(TargetSwitch targets, String target) {
    Operator operator = new Operator(who, reason);
    String actor = operator.actor();
    TargetState state =
        switch (mode) {
          case RUNNING -> targets.resume(target, actor, operator.reason());
          case PAUSED -> targets.pause(target, actor, operator.reason());
          case OFF -> targets.off(target, actor, operator.reason());
        };
    return StatusReport.Standing.of(state);
  }
}
