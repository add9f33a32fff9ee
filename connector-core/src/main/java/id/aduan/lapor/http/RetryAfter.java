package id.aduan.lapor.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header: seconds or an HTTP date. Anything else, or the past, is no wish. */
public final class RetryAfter {
  private static final int DIGITS_MAX = 12;

  private RetryAfter() {}

  /** How long the far end asks to be left alone; unbounded, so the caller clamps it. */
  public static Optional<Duration> of(HttpReply reply, Instant now) {
    return reply.header("retry-after").flatMap(text -> read(text.strip(), now));
  }

  private static Optional<Duration> read(String text, Instant now) {
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() > DIGITS_MAX
          ? Optional.of(Duration.ofDays(365))
          : Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
