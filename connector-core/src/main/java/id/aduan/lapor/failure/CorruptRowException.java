package id.aduan.lapor.failure;

/** A stored row does not match its own hash (C20). It is not used; the rest of the store is. */
public final class CorruptRowException extends LaporException {
  private static final long serialVersionUID = 1L;

  public CorruptRowException(String table, String row) {
    super(
        "store.corrupt",
        "row " + row + " of " + table + " does not match its hash; it was not used");
  }
}
