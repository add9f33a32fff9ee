package id.aduan.lapor.store.jdbc;

/** Where a process ends in the middle of its work, without any warning (F2). */
enum CrashStep {
  /** It has the callback, and has not asked the store to keep it. */
  RECEIVED,
  /** All that the callback brings is written, and not committed. */
  BEFORE_COMMIT,
  /** It is committed, and the sender was not told. */
  COMMITTED,
  /** The entry is claimed, and nobody was called. */
  CLAIMED,
  /** The agency's adapter is about to call. */
  BEFORE_SEND,
  /** The agency has the ticket, and nobody has written that down. */
  SENT,
  /** The agency refused; the entry is written as parked, and not committed. */
  PARKING,
  /** Nowhere: it ends when the work is done. */
  NEVER
}
