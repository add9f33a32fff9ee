package id.aduan.lapor.runner.admin;

import id.aduan.lapor.failure.LaporException;
import org.jspecify.annotations.Nullable;

/** The running connector gave no usable answer. */
public final class AdminException extends LaporException {
  private static final long serialVersionUID = 1L;

  AdminException(String message, @Nullable Throwable cause) {
    super("admin.unavailable", message, cause);
  }
}
