package id.aduan.lapor.http;

/** A call that brought no usable answer. Its message names no header, query or body. */
public final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final Kind kind;
  private final String message;

  public HttpFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.message = message;
  }

  public HttpFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.message = message;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** What the failure proves (C7). */
  public enum Kind {
    /** Refused connection, unknown host, TLS handshake: the far end has stored nothing. */
    NOT_SENT,
    /** Reset, time-out or a cut answer after sending: the far end may have carried it out. */
    UNCERTAIN
  }
}
