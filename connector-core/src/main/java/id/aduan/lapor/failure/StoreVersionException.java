package id.aduan.lapor.failure;

import org.jspecify.annotations.Nullable;

/**
 * The file is not a store that this version can use: of a newer version, of another program, or
 * left half-way between two versions. Nothing was changed in it.
 */
public final class StoreVersionException extends LaporException {
  private static final long serialVersionUID = 1L;

  public StoreVersionException(String message, @Nullable Throwable cause) {
    super("store.version", message, cause);
  }
}
