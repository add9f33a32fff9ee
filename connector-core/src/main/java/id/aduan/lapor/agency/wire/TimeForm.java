package id.aduan.lapor.agency.wire;

import id.aduan.lapor.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a system writes a moment: in a pattern of {@link DateTimeFormatter} with Indonesian names, or
 * in ISO 8601. A moment without an offset is in the zone of the form.
 */
public final class TimeForm {
  /** The keys that {@link #read} knows. */
  public static final List<String> KEYS = List.of("pattern", "zone");

  private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[' ']['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final DateTimeFormatter formatter;
  private final ZoneId zone;

  private TimeForm(DateTimeFormatter formatter, ZoneId zone) {
    this.formatter = formatter;
    this.zone = zone;
  }

  /** ISO 8601, with a blank or a T in its middle, with or without seconds and offset. */
  public static TimeForm iso(ZoneId zone) {
    return new TimeForm(ISO, zone);
  }

  /**
   * A pattern of {@link DateTimeFormatter}.
   *
   * @throws IllegalArgumentException for what is no pattern
   */
  public static TimeForm of(String pattern, ZoneId zone) {
    DateTimeFormatter formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(withPlainYears(pattern))
            .toFormatter(INDONESIAN);
    return new TimeForm(formatter.withResolverStyle(ResolverStyle.STRICT), zone);
  }

  /** Strict reading wants {@code uuuu}, and people write {@code yyyy}; quoted text stays. */
  private static String withPlainYears(String pattern) {
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      plain.append(c == 'y' && !quoted ? 'u' : c);
    }
    return plain.toString();
  }

  /** Reads {@link #KEYS}; a pattern that is none is noted. */
  public static TimeForm read(YamlMap settings, ZoneId zoneDefault) {
    ZoneId zone = settings.optionalZoneId("zone").orElse(zoneDefault);
    Optional<String> pattern = settings.optionalString("pattern");
    try {
      return pattern.map(it -> of(it, zone)).orElseGet(() -> iso(zone));
    } catch (IllegalArgumentException e) {
      settings
          .scalar("pattern")
          .ifPresent(it -> it.problem("'pattern' is no date and time", "uuuu-MM-dd HH:mm:ss"));
      return iso(zone);
    }
  }

  /** The moment; nothing for another form, and nothing for years that no ticket has. */
  public Optional<Instant> parse(String text) {
    try {
      Instant moment =
          moment(formatter.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from));
      int year = moment.atZone(zone).getYear();
      return year >= 2000 && year < 2100 ? Optional.of(moment) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant moment(TemporalAccessor parsed) {
    return parsed instanceof OffsetDateTime withOffset
        ? withOffset.toInstant()
        : LocalDateTime.from(parsed).atZone(zone).toInstant();
  }
}
