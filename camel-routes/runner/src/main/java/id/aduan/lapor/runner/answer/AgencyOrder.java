package id.aduan.lapor.runner.answer;

import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetSwitch;

/**
 * What a person decides of a target.
 *
 * @param who decided, and {@code reason} why: one line each, kept in the audit trail
 */
public record AgencyOrder(Mode mode, String who, String reason) {

  /**
   * Has it done.
   *
   * @throws IllegalArgumentException for a target that there is not, or a text of another form
   */
  public StatusReport.Standing by(TargetSwitch targets, String target) {
    TargetState state =
        switch (mode) {
          case RUNNING -> targets.resume(target, who, reason);
          case PAUSED -> targets.pause(target, who, reason);
          case OFF -> targets.off(target, who, reason);
        };
    return StatusReport.Standing.of(state);
  }
}
