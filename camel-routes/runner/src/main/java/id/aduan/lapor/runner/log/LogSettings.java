package id.aduan.lapor.runner.log;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns the environment into what {@code logback.xml} reads: {@code LAPOR_LOG=json} for JSON lines,
 * {@code LAPOR_LOG_LEVEL} for our own loggers, {@code LAPOR_DEBUG} for stack traces. A word that is
 * not known counts as not written. Called before the first logger is made.
 */
public final class LogSettings {
  static final String FORM = "lapor.log.form";
  static final String LEVEL = "lapor.log.level";
  static final String TRACES = "lapor.log.traces";
  private static final Set<String> LEVELS =
      Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

  private LogSettings() {}

  public static void apply(Map<String, String> environment) {
    String form = environment.getOrDefault("LAPOR_LOG", "").strip();
    String level = environment.getOrDefault("LAPOR_LOG_LEVEL", "").strip().toUpperCase(Locale.ROOT);
    System.setProperty(FORM, form.equalsIgnoreCase("json") ? "json" : "text");
    System.setProperty(LEVEL, LEVELS.contains(level) ? level : "INFO");
    System.setProperty(TRACES, Boolean.toString(wantsTraces(environment)));
    PlatformLog.takeOver();
  }

  /** Whether {@code LAPOR_DEBUG} asks for stack traces, which may quote what they failed on. */
  public static boolean wantsTraces(Map<String, String> environment) {
    String debug = environment.getOrDefault("LAPOR_DEBUG", "");
    return !debug.isEmpty() && !debug.equals("0");
  }
}
