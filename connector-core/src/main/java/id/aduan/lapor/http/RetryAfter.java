package id.aduan.lapor.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a far end asks us to wait: {@code Retry-After} as seconds or as a date, between nothing
 * and 24 hours (C9). What is neither is as good as absent.
 */
public final class RetryAfter {
  public static final Duration MAX = Duration.ofHours(24);
  private static final Pattern SECONDS = Pattern.compile("[0-9]+");
  private static final int DIGITS_MAX = 9;

  private RetryAfter() {}

  /** The wish of this answer. A date is measured by the far end's own clock if it sent one. */
  public static Optional<Duration> of(HttpReply reply, Instant now) {
    Instant theirNow = reply.header("date").flatMap(RetryAfter::instant).orElse(now);
    return reply.header("retry-after").flatMap(wish -> parse(wish, theirNow));
  }

  static Optional<Duration> parse(String wish, Instant now) {
    String text = wish.strip();
    if (SECONDS.matcher(text).matches()) {
      boolean huge = text.length() > DIGITS_MAX;
      return Optional.of(huge ? MAX : clamp(Duration.ofSeconds(Long.parseLong(text))));
    }
    return instant(text).map(until -> clamp(Duration.between(now, until)));
  }

  private static Optional<Instant> instant(String httpDate) {
    try {
      return Optional.of(
          DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate.strip(), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration clamp(Duration wish) {
    if (wish.isNegative()) {
      return Duration.ZERO;
    }
    return wish.compareTo(MAX) > 0 ? MAX : wish;
  }
}
