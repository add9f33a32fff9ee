package id.aduan.lapor.failure;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A portal or agency could not be read: no connection, no answer in time, or an answer that is not
 * what was agreed. Only for calls that change nothing at the far end; a write reports its end as a
 * delivery result.
 */
public final class FarEndException extends LaporException {
  private static final long serialVersionUID = 1L;
  private static final String ABSENT = "farend.absent";
  private final boolean retryable;
  private final Duration retryAfter;

  private FarEndException(
      String code,
      String message,
      boolean retryable,
      Duration retryAfter,
      @Nullable Throwable cause) {
    super(code, message, cause);
    this.retryable = retryable;
    this.retryAfter = retryAfter;
  }

  /** It may work later: connection, time-out, 5xx, 429. */
  public static FarEndException unreachable(String message, @Nullable Throwable cause) {
    return new FarEndException("farend.unreachable", message, true, Duration.ZERO, cause);
  }

  /** It may work later, and no exception says more. */
  public static FarEndException unreachable(String message) {
    return new FarEndException("farend.unreachable", message, true, Duration.ZERO, null);
  }

  /** The far end asks for patience. */
  public static FarEndException busy(String message, Duration retryAfter) {
    return new FarEndException("farend.busy", message, true, retryAfter, null);
  }

  /** The far end refuses this call, and would again. */
  public static FarEndException refused(String message) {
    return new FarEndException("farend.refused", message, false, Duration.ZERO, null);
  }

  /** The far end says that it has no such thing. */
  public static FarEndException absent(String message) {
    return new FarEndException(ABSENT, message, false, Duration.ZERO, null);
  }

  /** The answer is not in the agreed form. */
  public static FarEndException contract(String message) {
    return new FarEndException("farend.contract", message, false, Duration.ZERO, null);
  }

  /** Whether the far end says that it has no such thing. */
  public boolean isAbsent() {
    return ABSENT.equals(code());
  }

  public boolean retryable() {
    return retryable;
  }

  /** The far end's own wish, if it gave one. */
  public Optional<Duration> retryAfter() {
    return retryAfter.isZero() ? Optional.empty() : Optional.of(retryAfter);
  }
}
