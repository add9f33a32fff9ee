package id.aduan.lapor.http;

import java.time.Duration;
import java.util.Optional;

/** A call that brought no usable answer. Its message names no header, query or body. */
public final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final Kind kind;
  private final String message;
  private final Duration retryAfter;

  public HttpFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.message = message;
    this.retryAfter = Duration.ZERO;
  }

  public HttpFailure(Kind kind, String message) {
    this(kind, message, Duration.ZERO);
  }

  private HttpFailure(Kind kind, String message, Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.message = message;
    this.retryAfter = retryAfter;
  }

  /** Nothing was sent, and whoever should have opened the way asks for patience. */
  public static HttpFailure busy(String message, Duration retryAfter) {
    return new HttpFailure(Kind.NOT_SENT, message, retryAfter);
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
    /** Reset, time-out or a cut answer after sending: the far end may have carried it out. */
    UNCERTAIN
  }
}
