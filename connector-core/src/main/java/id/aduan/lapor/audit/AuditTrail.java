package id.aduan.lapor.audit;

import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.Optional;
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

  /** Reads the whole trail and holds each entry against its chain; a page of it in memory. */
  Chain chain(Tx tx);

  /** The sequence number of the first entry that does not fit its chain, if there is one. */
  default OptionalLong firstBroken(Tx tx) {
    return chain(tx).firstBroken();
  }

  /** The stored hash of an entry, in lower-case hex, if there is such an entry. */
  Optional<String> hashOf(Tx tx, long sequence);

  /**
   * The trail as it was found. Its head, noted elsewhere, proves later that nothing was cut off its
   * end: no chain can prove that of itself.
   *
   * @param entries how many there are
   * @param headSequence of the last entry; 0 for an empty trail
   * @param headHash of the last entry, in lower-case hex; empty for an empty trail
   */
  record Chain(long entries, long headSequence, String headHash, OptionalLong firstBroken) {}

  /** An entry and its place in the chain. */
  record NumberedEntry(long sequence, AuditEntry entry) {}
}
