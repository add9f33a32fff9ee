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

  protected LaporException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  protected LaporException(String code, String message) {
    super(message);
    this.code = code;
  }

  public final String code() {
    return code;
  }
}
