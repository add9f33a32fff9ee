package id.aduan.lapor.yaml;

import id.aduan.lapor.yaml.Source.Position;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One plain value of a YAML file, as written, with its place.
 *
 * <p>Quotes make no difference: {@code 17} and {@code "17"} are the same text, and the type is what
 * the reader asks for. Each {@code as...} method gives the typed value, or notes a {@link Problem}
 * and gives nothing. Not for use by several threads.
 */
public final class YamlScalar {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private final Source source;
  private final String key;
  private final Position position;
  private final String text;

  YamlScalar(Source source, String key, Position position, String text) {
    this.source = source;
    this.key = key;
    this.position = position;
    this.text = text;
  }

  /** The value as written, without its quotes. */
  public String text() {
    return text;
  }

  /** The line it starts on, from 1. */
  public int line() {
    return position.line();
  }

  /** The column it starts in, from 1, in characters. */
  public int column() {
    return position.column();
  }

  /** Notes a fault of this value; the hint may be empty. */
  public void problem(String message, String hint) {
    source.problem(position, message, hint);
  }

  /** A remark about this value that is not a fault, and is kept by the caller. */
  public Problem note(String message, String hint) {
    return new Problem(source.file(), position.line(), position.column(), message, hint);
  }

  /** The value for a message: in quotes, shortened, on one line. Not for secrets. */
  public String excerpt() {
    return Excerpt.of(text);
  }

  /** Text that is not blank and has no {@code ${env:...}} in it: only secrets are looked up. */
  public Optional<String> asText() {
    if (text.isBlank()) {
      problem(label() + " is empty", "write a value, or remove the line");
      return Optional.empty();
    }
    if (SecretReference.isIn(text)) {
      problem(
          label() + " is not a secret, so ${env:...} and ${file:...} are not looked up in it",
          "write the value itself");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A whole number in decimal digits, both bounds included. */
  public Optional<Integer> asInt(int min, int max) {
    if (INTEGER.matcher(text).matches()) {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return Optional.of((int) number);
      }
    }
    return refuse("a whole number from " + min + " to " + max, "");
  }

  /** {@code true} or {@code false}, and no other word. */
  public Optional<Boolean> asBoolean() {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> refuse("true or false", "");
    };
  }

  /** An ISO 8601 duration such as {@code PT30S} or {@code P2D}, both bounds included. */
  public Optional<Duration> asDuration(Duration min, Duration max) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
        return Optional.of(duration);
      }
    } catch (DateTimeException e) {
      // told below, with the bounds
    }
    return refuse("a duration from " + min + " to " + max, "PT30S is 30 seconds, P2D two days");
  }

  /** An absolute URI with a host, and without user information: a password has no place there. */
  public Optional<URI> asUri() {
    try {
      URI uri = URI.create(text);
      if (uri.getRawUserInfo() != null) {
        problem(label() + " must not hold a user or password", "name them by keys of their own");
        return Optional.empty();
      }
      if (uri.isAbsolute() && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    // Not shown: what is no URI may still hold a password.
    problem(label() + " must be an address with scheme and host", "https://example.go.id/path");
    return Optional.empty();
  }

  /** A zone of the tz database, such as {@code Asia/Jakarta}. */
  public Optional<ZoneId> asZoneId() {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return refuse("a time zone", "Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT)");
    }
  }

  /** A day in the form {@code 2026-12-31}. */
  public Optional<LocalDate> asLocalDate() {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return refuse("a day", "year-month-day, such as 2026-12-31");
    }
  }

  /** A time of day in hours and minutes, {@code 07:30}. */
  public Optional<LocalTime> asLocalTime() {
    if (TIME.matcher(text).matches()) {
      return Optional.of(LocalTime.parse(text));
    }
    return refuse("a time of day", "hours and minutes, such as 07:30");
  }

  /** One of an enum's constants, written in lower case ({@code after_approval}). */
  public <E extends Enum<E>> Optional<E> asEnum(Class<E> type) {
    var names = Arrays.stream(type.getEnumConstants()).map(YamlScalar::written).toList();
    return asOneOf(names, "value for " + label())
        .map(name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
  }

  /**
   * One of the known words; otherwise a fault such as <i>unknown agency 'dishb' (did you mean
   * 'dishub'?)</i>.
   */
  public Optional<String> asOneOf(Collection<String> known, String what) {
    if (known.contains(text)) {
      return Optional.of(text);
    }
    // Looking for the nearest word is dear, and nobody reads the thousandth fault.
    String hint = source.problems().isFull() ? "" : Closest.hint(text, known);
    problem("unknown " + what + ": " + Excerpt.of(text), hint);
    return Optional.empty();
  }

  /** The hint {@code did you mean 'x'?}, should one of the known words be near; else empty. */
  public String nearest(Collection<String> known) {
    return source.problems().isFull() ? "" : Closest.nearest(text, known);
  }

  /** A secret, by {@code ${env:NAME}} or {@code ${file:PATH}}; the secret itself is refused. */
  public Optional<Secret> asSecret() {
    return SecretReference.resolve(this, source);
  }

  String label() {
    return Excerpt.of(key);
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private <T> Optional<T> refuse(String wanted, String hint) {
    problem("%s must be %s, but is %s".formatted(label(), wanted, Excerpt.of(text)), hint);
    return Optional.empty();
  }
}
