package id.aduan.lapor.sync;

import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.store.Tx;
import java.time.Instant;

/**
 * Tells officials what concerns them; in the caller's transaction, so that each thing is told once.
 */
public interface CaseNotices {

  /** A case was given to an agency. */
  void routed(Tx tx, CaseRecord record, boolean anew, Instant now);

  /** A clock has used up so much of its limit. */
  void warned(Tx tx, CaseClocks of, Clock clock, int percent, Instant now);
}
