package id.aduan.lapor.portal;

import id.aduan.lapor.failure.LaporException;

/** A file that is not an export of the portal, or not as a whole. Nothing was taken from it. */
public final class UnusableExportException extends LaporException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what is wrong, where, and what to do; nothing of the file's content
   */
  public UnusableExportException(String code, String message) {
    super(code, message);
  }
}
