package id.aduan.lapor.portal.v3;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.RetryAfter;
import id.aduan.lapor.portal.profile.V3Profile.Gateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fault of the gateway in front of the portal proves (portal-wire 2.11). It is told from the
 * portal's own refusal by a code in its body, whatever the body is written in, or by a page of
 * markup where the portal writes JSON.
 */
enum GatewayFault {
  /** We ask too often. Nothing reached the portal. */
  THROTTLED,
  /** It does not let us in. Nothing reached the portal. */
  CREDENTIALS,
  /** It could not reach the portal, or knows no such address. Nothing was stored. */
  NOT_SENT;

  private static final int BODY_BYTES_MAX = 4096;

  /** {@code <am:code>900800</am:code>} or {@code "code": "900800"}. */
  private static final Pattern CODE =
      Pattern.compile("(?:<(?:[a-z]{1,8}:)?code>|\"code\"\\s{0,4}:)\\s{0,4}\"?([0-9]{5,7})\\b");

  /** The fault that a code in the body names, if it names one. */
  static Optional<GatewayFault> byCode(HttpReply reply, Gateway gateway) {
    Matcher matcher = CODE.matcher(beginning(reply));
    if (!matcher.find()) {
      return Optional.empty();
    }
    int code = Integer.parseInt(matcher.group(1));
    if (gateway.throttled().contains(code)) {
      return Optional.of(THROTTLED);
    }
    if (gateway.credentials().contains(code)) {
      return Optional.of(CREDENTIALS);
    }
    return gateway.notSent().contains(code) ? Optional.of(NOT_SENT) : Optional.empty();
  }

  /** An address that the gateway does not know: the portal would say so in JSON. */
  static Optional<GatewayFault> byMarkup(HttpReply reply) {
    boolean unknownPlace = reply.status() == 404 || reply.status() == 405;
    return unknownPlace && beginning(reply).stripLeading().startsWith("<")
        ? Optional.of(NOT_SENT)
        : Optional.empty();
  }

  private static String beginning(HttpReply reply) {
    int length = Math.min(reply.body().length, BODY_BYTES_MAX);
    return new String(reply.body(), 0, length, StandardCharsets.ISO_8859_1);
  }

  /** As the end of a call that writes. */
  DeliveryResult result(String what, HttpReply reply, Instant now) {
    return switch (this) {
      case THROTTLED -> new RetryLater(Trouble.TARGET, what, RetryAfter.of(reply, now));
      case CREDENTIALS -> DeliveryResult.refusedCredentials(what + "; check the credentials");
      case NOT_SENT -> DeliveryResult.targetTrouble(what + " by the gateway; check the address");
    };
  }

  /** As the trouble of a call that reads. */
  FarEndException trouble(String what, HttpReply reply, Instant now) {
    String nothing = what + " by the gateway; nothing was read";
    return switch (this) {
      case THROTTLED ->
          FarEndException.busy(nothing, RetryAfter.of(reply, now).orElse(Duration.ZERO));
      case CREDENTIALS -> FarEndException.refused(nothing);
      case NOT_SENT ->
          reply.status() >= 500
              ? FarEndException.unreachable(nothing)
              : FarEndException.refused(nothing);
    };
  }
}
