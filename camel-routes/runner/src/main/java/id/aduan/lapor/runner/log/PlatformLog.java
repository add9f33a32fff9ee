package id.aduan.lapor.runner.log;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Hands what the JDK and some libraries log by {@code java.util.logging} on to the one log there
 * is: by itself that would be two lines and a trace on standard error (S19).
 */
final class PlatformLog extends Handler {
  private final Formatter formatter = new SimpleFormatter();

  /** Takes the place of whatever handles those records now. */
  static void takeOver() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.addHandler(new PlatformLog());
  }

  @Override
  public void publish(LogRecord event) {
    String name = event.getLoggerName();
    org.slf4j.Logger log = LoggerFactory.getLogger(name == null || name.isEmpty() ? "java" : name);
    String message = formatter.formatMessage(event);
    int level = event.getLevel().intValue();
    if (level >= Level.SEVERE.intValue()) {
      log.error("{}", message, event.getThrown());
    } else if (level >= Level.WARNING.intValue()) {
      log.warn("{}", message, event.getThrown());
    } else if (level >= Level.INFO.intValue()) {
      log.info("{}", message, event.getThrown());
    } else {
      log.debug("{}", message, event.getThrown());
    }
  }

  @Override
  public void flush() {
    // each record is handed on at once
  }

  @Override
  public void close() {
    // there is nothing of its own to close
  }
}
