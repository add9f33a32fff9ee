package id.aduan.lapor.failure;

/** Another process owns the store. Nothing was opened. */
public final class StoreLockedException extends LaporException {
  private static final long serialVersionUID = 1L;

  public StoreLockedException(String message) {
    super("store.locked", message);
  }
}
