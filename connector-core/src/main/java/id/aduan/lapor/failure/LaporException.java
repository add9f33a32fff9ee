package id.aduan.lapor.failure;

import org.jspecify.annotations.Nullable;

/**
 * Trouble that a caller may meet. The message says what, where, what was not done and what happens
 * next, and never anything about a person; {@link #code()} is stable and may be matched by
 * programs.
 */
public abstract class LaporException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final String message;

  protected LaporException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.message = message;
  }

  protected LaporException(String code, String message) {
    super(message);
    this.code = code;
    this.message = message;
  }

  public final String code() {
    return code;
  }

  @Override
  public final String getMessage() {
    return message;
  }
}
