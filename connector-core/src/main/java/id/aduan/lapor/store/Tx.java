package id.aduan.lapor.store;

/**
 * An open transaction. Every method that reads or writes the store takes one, and it ends with the
 * unit of work that got it; it must not be kept.
 */
public interface Tx {
  /** Runs an effect once the transaction is durable; never if it is rolled back. Must not block. */
  void afterCommit(Runnable effect);
}
