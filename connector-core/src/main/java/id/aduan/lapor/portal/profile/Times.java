package id.aduan.lapor.portal.profile;

import id.aduan.lapor.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The forms in which a group of fields writes times, and the zone of those that name none
 * (portal-wire 12 no. 6). What is in none of the forms is no time: that is no reason to lose a
 * case.
 *
 * <p>Immutable, safe for use by many threads.
 */
public final class Times {
  private static final int CHARS_MAX = 64;
  private static final String ISO = "iso";
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2026, 11, 23, 14, 5, 34, 0, ZoneId.of("Asia/Jakarta"));
  private final ZoneId zone;
  private final List<DateTimeFormatter> forms;

  Times(ZoneId zone, List<DateTimeFormatter> forms) {
    this.zone = zone;
    this.forms = List.copyOf(forms);
  }

  /** Reads {@code zone} and {@code forms} of a map; what it does not say stays as it is. */
  Times with(ProfileMap map) {
    map.known("zone", "forms");
    return new Times(
        map.zone("zone").orElse(zone), map.has("forms") ? forms(map.scalars("forms")) : forms);
  }

  /** Knows the zone of Western Indonesia and no form. */
  static Times nothing() {
    return new Times(ZoneId.of("Asia/Jakarta"), List.of());
  }

  private static List<DateTimeFormatter> forms(List<YamlScalar> written) {
    List<DateTimeFormatter> forms = new ArrayList<>();
    for (YamlScalar each : written) {
      form(each).ifPresent(forms::add);
    }
    return forms;
  }

  private static Optional<DateTimeFormatter> form(YamlScalar written) {
    try {
      DateTimeFormatter form = formatter(written.text());
      if (read(form.format(SAMPLE), form).isPresent()) {
        return Optional.of(form);
      }
      written.problem(
          written.excerpt() + " reads no time, not even one that it wrote itself",
          "write uuuu for the year, and HH for the hour");
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      written.problem(
          written.excerpt() + " is not a form of a time",
          "iso, or letters such as dd-MM-uuuu HH:mm:ss, with 'id: ' or 'en: ' before names of"
              + " months");
      return Optional.empty();
    }
  }

  static DateTimeFormatter formatter(String form) {
    if (form.equals(ISO)) {
      return DateTimeFormatter.ISO_DATE_TIME;
    }
    boolean indonesian = form.startsWith("id: ");
    String pattern = indonesian || form.startsWith("en: ") ? form.substring(4) : form;
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(indonesian ? new Locale("id") : Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  public ZoneId zone() {
    return zone;
  }

  /** The moment, or nothing for what cannot be read. */
  public Optional<Instant> instant(String text) {
    return forms(text).flatMap(this::instant);
  }

  private Optional<Instant> instant(TemporalAccessor read) {
    if (read instanceof OffsetDateTime withOffset) {
      return Optional.of(withOffset.toInstant());
    }
    return read instanceof LocalDateTime local
        ? Optional.of(local.atZone(zone).toInstant())
        : Optional.empty(); // a day alone is no moment
  }

  private Optional<TemporalAccessor> forms(String text) {
    String plain = text.replace('\u00a0', ' ').strip();
    if (plain.isEmpty() || plain.length() > CHARS_MAX) {
      return Optional.empty();
    }
    return forms.stream().flatMap(form -> read(plain, form).stream()).findFirst();
  }

  private static Optional<TemporalAccessor> read(String plain, DateTimeFormatter form) {
    try {
      return Optional.of(
          form.parseBest(plain, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      return Optional.empty(); // another form, or none
    }
  }

  /** The day as it is written, whatever the zone; nothing for what cannot be read. */
  public Optional<LocalDate> day(String text) {
    Optional<LocalDate> written = isoDay(text);
    return written.isPresent()
        ? written
        : forms(text).map(read -> read.query(TemporalQueries.localDate()));
  }

  private static Optional<LocalDate> isoDay(String text) {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty(); // one of the other forms, or none
    }
  }
}
