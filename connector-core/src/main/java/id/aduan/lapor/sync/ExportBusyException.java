package id.aduan.lapor.sync;

import id.aduan.lapor.failure.LaporException;

/** Another export is being imported; nothing was done. */
public final class ExportBusyException extends LaporException {
  private static final long serialVersionUID = 1L;

  ExportBusyException() {
    super("import.running", "another export is being imported; nothing was done: try again later");
  }
}
