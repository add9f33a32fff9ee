package id.aduan.lapor.sync;

import id.aduan.lapor.failure.LaporException;

/** Another export is being imported; nothing was done. */
public final class ExportBusyException extends LaporException {
  public static final String CODE = "import.running";
  private static final long serialVersionUID = 1L;

  public ExportBusyException() {
    super(CODE, "another export is being imported; nothing was done: try again later");
  }
}
