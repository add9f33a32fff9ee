package id.aduan.lapor.sync;

import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;

/**
 * How late items of the portal's list have appeared, at most. It is forgotten after {@link
 * #KEPT_FOR} in which none was late, so that one bad day does not make every poll long for ever.
 */
final class Lateness {
  static final Duration KEPT_FOR = Duration.ofDays(7);
  private static final String UNTIL = " until ";

  private Lateness() {}

  /** How late; zero for nothing. */
  static Duration most(CaseStore store, Tx tx, Instant now) {
    return most(store.cursors().get(tx, Cursors.LIST_LATE), now);
  }

  /** What was kept without an end is of an earlier release: it ends with the next late one. */
  private static Duration most(String kept, Instant now) {
    int end = kept.indexOf(UNTIL);
    if (end < 0) {
      return kept.isEmpty() ? Duration.ZERO : Duration.parse(kept);
    }
    boolean over = !Instant.parse(kept.substring(end + UNTIL.length())).isAfter(now);
    return over ? Duration.ZERO : Duration.parse(kept.substring(0, end));
  }

  /** Notes that something appeared so late. */
  static void note(CaseStore store, Tx tx, Duration late, Instant now) {
    Duration before = most(store, tx, now);
    Duration most = before.compareTo(late) < 0 ? late : before;
    store.cursors().set(tx, Cursors.LIST_LATE, most + UNTIL + now.plus(KEPT_FOR), now);
  }
}
