package id.aduan.lapor.runner.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %line}: the message, which cannot break out of its line (S19). */
public final class LineConverter extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    return message == null ? "" : OneLine.of(message);
  }
}
