package id.aduan.lapor.agency.wire;

import id.aduan.lapor.json.JsonFields;
import id.aduan.lapor.yaml.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token and how long it lasts. It is renewed in the last fifth of its life, at most a minute
 * before its end.
 */
record AccessToken(Secret text, Instant renewFrom, Instant endsAt) {
  /** For issuers that do not tell how long. */
  static final Duration LIFE_DEFAULT = Duration.ofMinutes(5);

  static final Duration LIFE_MAX = Duration.ofHours(24);
  private static final Duration RENEW_BEFORE_MAX = Duration.ofMinutes(1);
  private static final Pattern TEXT = Pattern.compile("[\\x21-\\x7e]{1,16384}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  static AccessToken lasting(Secret text, Duration life, Instant since) {
    Duration fifth = life.dividedBy(5);
    Duration before = fifth.compareTo(RENEW_BEFORE_MAX) < 0 ? fifth : RENEW_BEFORE_MAX;
    return new AccessToken(text, since.plus(life).minus(before), since.plus(life));
  }

  /**
   * The token of an answer (RFC 6749 5.1); nothing for what is none, or none that we can use.
   *
   * @param since when it was asked for: its life counts from there, to be on the safe side
   */
  static Optional<AccessToken> read(byte[] body, Instant since) {
    return JsonFields.read(body).flatMap(fields -> read(fields, since));
  }

  private static Optional<AccessToken> read(Map<String, String> fields, Instant since) {
    String text = fields.getOrDefault("access_token", "");
    boolean bearer = fields.getOrDefault("token_type", "bearer").equalsIgnoreCase("bearer");
    if (!bearer || !TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        lasting(Secret.of(text), life(fields.getOrDefault("expires_in", "")), since));
  }

  /** A life of nothing is as good as none told: the token may do for a call at least. */
  private static Duration life(String seconds) {
    if (!SECONDS.matcher(seconds).matches() || Long.parseLong(seconds) == 0) {
      return LIFE_DEFAULT;
    }
    Duration told = Duration.ofSeconds(Long.parseLong(seconds));
    return told.compareTo(LIFE_MAX) > 0 ? LIFE_MAX : told;
  }

  /** Whether it is the same token, however long we mean to use it. */
  boolean isSameAs(AccessToken other) {
    return MessageDigest.isEqual(bytes(text), bytes(other.text));
  }

  private static byte[] bytes(Secret secret) {
    return secret.reveal().getBytes(StandardCharsets.US_ASCII);
  }

  boolean isFresh(Instant now) {
    return now.isBefore(renewFrom);
  }

  boolean isAlive(Instant now) {
    return now.isBefore(endsAt);
  }

  /** The same, left alone for a while after it could not be renewed. */
  AccessToken renewedNotBefore(Instant then) {
    return new AccessToken(text, then.isBefore(endsAt) ? then : endsAt, endsAt);
  }
}
