package id.aduan.lapor.failure;

/** The store could not read or write. Nothing of the unit of work was kept; try again later. */
public final class StoreException extends LaporException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super("store.unavailable", message, cause);
  }

  public StoreException(String message) {
    super("store.unavailable", message);
  }
}
