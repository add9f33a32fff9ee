package id.aduan.lapor.runner.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code %cause}: the kinds of the exceptions and where in our code, in one line and without their
 * messages, which may quote personal data. With {@code LAPOR_DEBUG} the whole trace.
 */
public final class CauseConverter extends ThrowableProxyConverter {
  private static final int CAUSES_MAX = 8;
  private static final String OURS = "id.aduan.lapor.";
  private final boolean traces = Boolean.getBoolean(LogSettings.TRACES);

  @Override
  public String convert(ILoggingEvent event) {
    if (traces) {
      String trace = super.convert(event);
      return trace.isEmpty() ? "" : System.lineSeparator() + trace;
    }
    List<String> kinds = new ArrayList<>();
    IThrowableProxy cause = event.getThrowableProxy();
    while (cause != null && kinds.size() < CAUSES_MAX) {
      kinds.add(cause.getClassName() + place(cause.getStackTraceElementProxyArray()));
      cause = cause.getCause();
    }
    return kinds.isEmpty() ? "" : " (" + String.join(" <- ", kinds) + ")";
  }

  private static String place(StackTraceElementProxy @Nullable [] frames) {
    if (frames == null) {
      return "";
    }
    for (StackTraceElementProxy frame : frames) {
      StackTraceElement element = frame.getStackTraceElement();
      if (element.getClassName().startsWith(OURS)) {
        return " at " + element.getFileName() + ":" + element.getLineNumber();
      }
    }
    return "";
  }
}
