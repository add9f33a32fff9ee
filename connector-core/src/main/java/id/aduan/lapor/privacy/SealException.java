package id.aduan.lapor.privacy;

import id.aduan.lapor.failure.LaporException;

/** A sealed value could not be opened, or the keys could not be read. Nothing was decrypted. */
public final class SealException extends LaporException {
  private static final long serialVersionUID = 1L;

  public SealException(String message, Throwable cause) {
    super("privacy.seal", message, cause);
  }
}
