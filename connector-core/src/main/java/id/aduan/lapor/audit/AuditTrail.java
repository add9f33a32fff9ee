package id.aduan.lapor.audit;

import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.OptionalLong;

/**
 * The audit trail: rows are only ever added, each carries the hash of the one before it (C23). It
 * is the story of a case as well, so it is written in the transaction of the thing it tells.
 */
public interface AuditTrail {
  void append(Tx tx, AuditEntry entry);

  /** The entries about one subject (a tracking id), oldest first. */
  List<AuditEntry> about(Tx tx, String subject);

  /**
   * Reads entries in order of their sequence number.
   *
   * @param after the last sequence number already seen, 0 for the beginning
   */
  List<NumberedEntry> after(Tx tx, long after, int max);

  /** The sequence number of the first entry that does not fit its chain, if there is one. */
  OptionalLong firstBroken(Tx tx);

  /** An entry and its place in the chain. */
  record NumberedEntry(long sequence, AuditEntry entry) {}
}
