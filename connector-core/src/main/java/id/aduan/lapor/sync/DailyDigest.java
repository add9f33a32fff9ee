package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The digest of the day: once on each working day, when the region's offices are open. A day on
 * which nothing ran while they were has none; a second node or a restart makes no second one, since
 * its messages are known by their day. Safe for use by many threads.
 */
public final class DailyDigest {
  /** So many cases with the nearest ends are looked at. */
  static final int CASES_MAX = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);
  private final CaseStore store;
  private final Office office;
  private final CaseNotices notices;
  private final InstantSource time;
  private final AtomicReference<LocalDate> last = new AtomicReference<>(LocalDate.MIN);

  public DailyDigest(CaseStore store, Office office, CaseNotices notices, InstantSource time) {
    this.store = store;
    this.office = office;
    this.notices = notices;
    this.time = time;
  }

  /** Sends today's, if it is time and was not done by this process. */
  public void run() {
    Instant now = time.instant();
    LocalDate today = LocalDate.ofInstant(now, office.zone());
    if (today.equals(last.get()) || !office.isOpen(now)) {
      return;
    }
    List<Notice> digests = notices.digest(store.read(this::open), now);
    for (Notice digest : digests) {
      int unused = store.inTransaction(tx -> notices.send(tx, digest, now));
    }
    last.set(today);
  }

  private List<CaseClocks> open(Tx tx) {
    List<CaseClocks> open = new ArrayList<>();
    for (TrackingId id : store.clocks().open(tx, Optional.empty(), CASES_MAX)) {
      try {
        store.clocks().find(tx, id).ifPresent(open::add);
      } catch (CorruptRowException e) {
        LOG.error("{}; the digest leaves it out", e.getMessage());
      }
    }
    return open;
  }
}
