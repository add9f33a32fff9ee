package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads many cases, a page of them in memory and in a transaction, so that others read between. */
final class CasePages {
  private static final int PAGE_CASES = 200;

  private CasePages() {}

  /**
   * Shows each case in turn; one that is gone meanwhile is left out.
   *
   * @return how many could not be read, since their rows are damaged or no key opens them
   */
  static long each(CaseStore store, List<TrackingId> ids, BiConsumer<Tx, CaseRecord> visitor) {
    long unread = 0;
    for (int from = 0; from < ids.size(); from += PAGE_CASES) {
      List<TrackingId> page = ids.subList(from, Math.min(ids.size(), from + PAGE_CASES));
      unread += store.read(tx -> show(store, tx, page, visitor));
    }
    return unread;
  }

  private static long show(
      CaseStore store, Tx tx, List<TrackingId> page, BiConsumer<Tx, CaseRecord> visitor) {
    long unread = 0;
    for (TrackingId id : page) {
      try {
        store.complaints().find(tx, id).ifPresent(it -> visitor.accept(tx, it));
      } catch (CorruptRowException | SealException e) {
        unread++;
      }
    }
    return unread;
  }
}
