package id.aduan.lapor.runner.answer;

import id.aduan.lapor.failure.LaporException;

/** A comparison with other terms is under way; nothing was begun. */
public final class ReconcileBusyException extends LaporException {
  public static final String CODE = "reconcile.running";
  public static final String TEXT =
      "Another comparison is under way that repairs where this one would not, or the other way"
          + " round; nothing was begun, try again when it has ended";
  private static final long serialVersionUID = 1L;

  public ReconcileBusyException() {
    super(CODE, TEXT);
  }
}
