package id.aduan.lapor.runner.admin;

import id.aduan.lapor.failure.LaporException;

/** The running connector did not do what it was asked to, and nothing was changed. */
public final class AdminRefusedException extends LaporException {
  private static final long serialVersionUID = 1L;

  AdminRefusedException(String code, String title) {
    super(code, title);
  }
}
