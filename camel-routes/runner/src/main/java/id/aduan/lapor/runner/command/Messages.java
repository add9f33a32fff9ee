package id.aduan.lapor.runner.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What officials read: Bahasa Indonesia first, English by {@code --lang en} (D12). */
final class Messages {
  private static final List<String> PARTS = List.of("messages", "mapping", "documents");
  private final Properties texts = new Properties();
  private final Locale locale;

  /** The languages there are. */
  enum Language {
    id,
    en
  }

  private Messages(Language language) {
    locale = Locale.forLanguageTag(language.name());
    PARTS.forEach(part -> load(part + "-" + language.name() + ".properties"));
  }

  private void load(String name) {
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " in this build");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  static Messages in(Language language) {
    return new Messages(language);
  }

  /** A text with its values; a key without a text is a gap in the build. */
  String text(String key, Object... values) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no text for '" + key + "' in " + locale);
    }
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** A text for a word that may come from outside; where there is none, the general one. */
  String textOr(String key, String general) {
    return text(texts.containsKey(key) ? key : general);
  }

  /** The text of an enum's constant, below its kind: {@code action.ROUTED}. */
  String of(String kind, Enum<?> constant) {
    return text(kind + "." + constant.name());
  }

  /** Senin, 9 November 2026. */
  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", locale).format(day);
  }

  /** 9 Nov. */
  String shortDay(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM", locale).format(day);
  }

  /** 2026-11-09 13:05 WIB. */
  String minute(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", locale).format(instant.atZone(zone));
  }

  /** 2026-11-09 13:05:07, for lines below a heading that names the zone. */
  String second(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", locale).format(instant.atZone(zone));
  }

  /** The zone as people write it: WIB, WITA, WIT. */
  String zone(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern("z", locale).format(instant.atZone(zone));
  }

  /** How old something is, in its largest unit. */
  String age(Duration age) {
    if (age.toDays() > 0) {
      return text("age.days", age.toDays());
    }
    if (age.toHours() > 0) {
      return text("age.hours", age.toHours());
    }
    return age.toMinutes() > 0
        ? text("age.minutes", age.toMinutes())
        : text("age.seconds", Math.max(0, age.toSeconds()));
  }
}
