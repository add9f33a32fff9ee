package id.aduan.lapor.wire;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an HTTP answer proves, before anybody reads its body (C7, C9). The list of what proves that
 * nothing was stored is closed; a redirect is not on it, since many systems store first and
 * redirect then.
 */
public final class HttpOutcome {

  /** What refuses a request for good unless a system documents otherwise (C9). */
  public static final Set<Integer> REFUSED = Set.of(400, 404, 405, 413, 415, 422);

  /** What no system may document as a refusal: it means something else, or proves nothing. */
  public static final Set<Integer> NEVER_REFUSED = Set.of(401, 403, 408, 409, 425, 429);

  private HttpOutcome() {}

  /** The outcome of a create that brought no answer. */
  public static DeliveryResult of(HttpFailure failure) {
    String what = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case NOT_SENT -> new RetryLater(Trouble.TARGET, what, failure.retryAfter());
      case NOT_WHOLE -> DeliveryResult.entryTrouble(what);
      case NOT_ADMITTED -> DeliveryResult.refusedCredentials(what + "; check the credentials");
      case UNCERTAIN -> new DeliveryResult.Unknown(what);
    };
  }

  /** The outcome of a create by its status, which is not a success. */
  public static DeliveryResult of(
      HttpCall call, HttpReply reply, Set<Integer> refused, Instant now) {
    String what = what(call, reply);
    int status = reply.status();
    Optional<Duration> after = RetryAfter.of(reply, now);
    if (status == 429 || (status == 503 && after.isPresent())) {
      return new RetryLater(Trouble.TARGET, what, after);
    }
    if (status == 401 || status == 403) {
      return DeliveryResult.refusedCredentials(what + "; check the credentials");
    }
    if (refused.contains(status)) {
      return new DeliveryResult.Refused("http." + status, what);
    }
    return status == 410
        ? DeliveryResult.targetTrouble(what + "; check the address")
        : new DeliveryResult.Unknown(what);
  }

  /** The trouble of a read that brought no answer. */
  public static FarEndException unread(HttpFailure failure) {
    String what = failure.getMessage() + "; nothing was read";
    if (failure.kind() == HttpFailure.Kind.NOT_ADMITTED) {
      return FarEndException.refused(what);
    }
    return failure
        .retryAfter()
        .map(wish -> FarEndException.busy(what, wish))
        .orElseGet(() -> FarEndException.unreachable(what, failure));
  }

  /** The trouble of a read by its status, which is not a success. */
  public static FarEndException unread(HttpCall call, HttpReply reply, Instant now) {
    String what = what(call, reply) + "; nothing was read";
    int status = reply.status();
    Optional<Duration> after = RetryAfter.of(reply, now);
    if (status == 429 || (status == 503 && after.isPresent())) {
      return FarEndException.busy(what, after.orElse(Duration.ZERO));
    }
    if (status == 404 || status == 410) {
      return FarEndException.absent(what);
    }
    return status >= 500 || status == 408
        ? FarEndException.unreachable(what)
        : FarEndException.refused(what);
  }

  /** Whether a refusing status speaks of the far end as a whole, and may pass by itself. */
  public static boolean mayPass(HttpReply reply) {
    int status = reply.status();
    return status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
  }

  private static String what(HttpCall call, HttpReply reply) {
    return call.summary() + " was answered with " + reply.status();
  }
}
