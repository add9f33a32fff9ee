package id.aduan.lapor.failure;

/** What the host program has handed in, a clock or an executor, does not do its work. */
public final class WorldException extends LaporException {
  private static final long serialVersionUID = 1L;

  public WorldException(String message, Throwable cause) {
    super("host.broken", message, cause);
  }

  public WorldException(String message) {
    super("host.broken", message);
  }
}
