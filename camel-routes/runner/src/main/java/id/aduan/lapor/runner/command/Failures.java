package id.aduan.lapor.runner.command;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreLockedException;
import id.aduan.lapor.failure.StoreVersionException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.runner.admin.AdminException;
import id.aduan.lapor.runner.admin.AdminRefusedException;
import id.aduan.lapor.runner.log.LogSettings;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.yaml.ConfigurationFault;
import java.io.PrintWriter;
import java.util.Map;

/** Tells each failure in one line, {@code error[CODE]: what, where, how to fix}, and its number. */
final class Failures {
  private static final int CHARACTERS_MAX = 400;
  private final PrintWriter err;

  Failures(PrintWriter err) {
    this.err = err;
  }

  /** A failure that a command expects, or a bug: never a trace, unless one was asked for. */
  int tell(Throwable failure, Map<String, String> environment) {
    if (failure instanceof CommandFailure known) {
      return tell(known.exit(), known.code(), known.line());
    }
    if (failure instanceof ConfigurationFault fault) {
      return tell(fault);
    }
    if (failure instanceof StoreLockedException locked) {
      return tell(Exit.TRY_LATER, locked.code(), locked.getMessage());
    }
    if (failure instanceof SealException || failure instanceof StoreVersionException) {
      LaporException misfit = (LaporException) failure;
      return tell(Exit.CONFIGURATION, misfit.code(), misfit.getMessage());
    }
    if (failure instanceof AdminException silent) {
      return tell(Exit.UNAVAILABLE, silent.code(), silent.getMessage() + "; try again");
    }
    if (failure instanceof AdminRefusedException refused) {
      return tell(Exit.DATA, refused.code(), refused.getMessage() + "; nothing was changed");
    }
    if (failure instanceof LaporException trouble) {
      return tell(Exit.IO, trouble.code(), trouble.getMessage());
    }
    if (LogSettings.wantsTraces(environment)) {
      failure.printStackTrace(err);
    }
    return tell(
        Exit.BUG,
        "internal",
        failure.getClass().getName() + ", a bug; rerun with LAPOR_DEBUG=1 for the trace");
  }

  /** Every fault on a line of its own, in the form that editors jump by; then the error itself. */
  private int tell(ConfigurationFault fault) {
    fault.problems().forEach(problem -> err.println(OneLine.of(problem.toString())));
    int faults = fault.problems().size();
    return tell(
        Exit.CONFIGURATION,
        "config.invalid",
        "%d fault%s in the configuration, listed above; nothing was started"
            .formatted(faults, faults == 1 ? "" : "s"));
  }

  int tell(Exit exit, String code, String line) {
    String shown = OneLine.of(line);
    err.println(
        "error["
            + code
            + "]: "
            + (shown.length() > CHARACTERS_MAX
                ? shown.substring(0, CHARACTERS_MAX) + "..."
                : shown));
    return exit.code();
  }
}
