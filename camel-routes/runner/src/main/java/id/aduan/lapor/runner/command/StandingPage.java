package id.aduan.lapor.runner.command;

import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.runner.answer.StatusReport;
import id.aduan.lapor.runner.answer.StatusReport.Standing;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;

/** How targets stand, for people. */
final class StandingPage {
  private final Messages messages;
  private final ZoneId zone;
  private final PrintWriter out;

  StandingPage(Messages messages, ZoneId zone, PrintWriter out) {
    this.messages = messages;
    this.zone = zone;
    this.out = out;
  }

  void print(List<StatusReport.Target> targets) {
    targets.forEach(target -> print(target.target(), target.standing()));
  }

  void print(String target, Standing standing) {
    out.println("  " + target + "  " + text(standing));
  }

  /** In one line, without a name. */
  String text(Standing standing) {
    String mode = messages.of("mode", standing.mode());
    String why =
        standing.mode() == Mode.RUNNING
            ? ""
            : ", "
                + messages.text(
                    "agencies.decided",
                    messages.minute(standing.since(), zone),
                    OneLine.of(standing.by()),
                    OneLine.of(standing.reason()));
    String trouble =
        standing.troubles() == 0
            ? ""
            : ", "
                + messages.text(
                    "agencies.trouble",
                    messages.minute(standing.troubledSince(), zone),
                    messages.minute(standing.notBefore(), zone));
    return mode + why + trouble;
  }
}
