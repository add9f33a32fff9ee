package id.aduan.lapor.portal.v3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** The forms in which v3 writes times, most without a zone (portal-wire 2.8, 12 no. 6). */
final class V3Time {
  private static final List<DateTimeFormatter> LOCAL =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
              .withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss")
              .withResolverStyle(ResolverStyle.STRICT));

  private V3Time() {}

  /** The instant, or empty for anything unreadable: a missing time is no reason to lose a case. */
  static Optional<Instant> instant(String text, ZoneId zone) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return local(text).map(time -> time.atZone(zone).toInstant());
    }
  }

  private static Optional<LocalDateTime> local(String text) {
    return LOCAL.stream().flatMap(form -> local(text, form).stream()).findFirst();
  }

  private static Optional<LocalDateTime> local(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDateTime.parse(text, form));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The date, or empty for anything unreadable. */
  static Optional<LocalDate> date(String text) {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
