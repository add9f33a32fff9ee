package id.aduan.lapor.http;

import java.time.Duration;
import java.util.Optional;

/** A call that brought no usable answer. Its message names no header, query or body. */
public final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int CAUSES_MAX = 10;
  private final Kind kind;
  private final String message;
  private final Duration retryAfter;
  private final boolean tooLarge;

  public HttpFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.message = message;
    this.retryAfter = Duration.ZERO;
    this.tooLarge = false;
  }

  public HttpFailure(Kind kind, String message) {
    this(kind, message, Duration.ZERO, false);
  }

  private HttpFailure(Kind kind, String message, Duration retryAfter, boolean tooLarge) {
    super(message);
    this.kind = kind;
    this.message = message;
    this.retryAfter = retryAfter;
    this.tooLarge = tooLarge;
  }

  /** Nothing was sent, and whoever should have opened the way asks for patience. */
  public static HttpFailure busy(String message, Duration retryAfter) {
    return new HttpFailure(Kind.NOT_SENT, message, retryAfter, false);
  }

  /** The answer is larger than whoever asked takes; what came of it is worth nothing. */
  public static HttpFailure tooLarge(HttpCall call, long bytesMax) {
    return new HttpFailure(
        Kind.UNCERTAIN,
        call.summary() + ": the answer is larger than " + bytesMax + " bytes",
        Duration.ZERO,
        true);
  }

  /** Whether a download was broken off because of its size, and would be again. */
  public boolean isTooLarge() {
    return tooLarge;
  }

  /**
   * What was to go out could not be read to its end. Its length was announced, and fewer bytes went
   * out than that, so the far end has no whole request and has stored nothing (C7).
   *
   * @param cause {@link #isOurs}
   */
  public static HttpFailure notWhole(HttpCall call, Throwable cause) {
    return new HttpFailure(
        Kind.NOT_WHOLE, call.summary() + ": what was to go out could not be read", cause);
  }

  /** Whether a call ended since what it was to carry could not be read. */
  public static boolean isOurs(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
      if (cause instanceof ContentFailure) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  public Kind kind() {
    return kind;
  }

  /** How long to leave it alone, if anybody said so. */
  public Optional<Duration> retryAfter() {
    return retryAfter.isZero() ? Optional.empty() : Optional.of(retryAfter);
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** What the failure proves (C7). */
  public enum Kind {
    /** Refused connection, unknown host, TLS handshake: the far end has stored nothing. */
    NOT_SENT,
    /** Nothing was sent because our credentials were refused before: a person must look. */
    NOT_ADMITTED,
    /**
     * We broke off before the end of a request whose length was announced, since the rest of it
     * could not be read: whoever acts on whole requests alone has stored nothing.
     */
    NOT_WHOLE,
    /** Reset, time-out or a cut answer after sending: the far end may have carried it out. */
    UNCERTAIN
  }
}
