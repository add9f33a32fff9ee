package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.notification.Digest;
import id.aduan.lapor.notification.Digest.Part;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Wording;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The digest of the day: once on each working day, when the region's offices are open. A day on
 * which nothing ran while they were has none; a second node or a restart makes no second one, since
 * its messages are known by their day. However many cases are late, all are counted; for its lists
 * the nearest {@value Digest#CASES_MAX} of each agency are read. Safe for use by many threads.
 */
public final class DailyDigest {
  private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);
  private final CaseStore store;
  private final Digest digest;
  private final Office office;
  private final CaseNotices notices;
  private final InstantSource time;
  private final AtomicReference<LocalDate> last = new AtomicReference<>(LocalDate.MIN);

  private DailyDigest(
      CaseStore store, Digest digest, Office office, CaseNotices notices, InstantSource time) {
    this.store = store;
    this.digest = digest;
    this.office = office;
    this.notices = notices;
    this.time = time;
  }

  /** The one of these deadlines, in these words. */
  public static DailyDigest of(
      CaseStore store,
      Deadlines deadlines,
      Wording wording,
      CaseNotices notices,
      InstantSource time) {
    Office office = deadlines.offices().standard();
    Digest digest = new Digest(deadlines.rules(), wording, office.zone());
    return new DailyDigest(store, digest, office, notices, time);
  }

  /** Sends today's, if it is time and was not done by this process. */
  public void run() {
    Instant now = time.instant();
    LocalDate today = LocalDate.ofInstant(now, office.zone());
    if (today.equals(last.get()) || !office.isOpen(now)) {
      return;
    }
    Counts counts = store.read(tx -> counts(tx, now));
    for (String agency : counts.ending().keySet()) {
      if (!agency.isEmpty()) {
        send(
            Optional.of(new AgencyCode(agency)),
            counts.late().getOrDefault(agency, 0L),
            counts.ending().getOrDefault(agency, 0L),
            now);
      }
    }
    send(Optional.empty(), sum(counts.late()), sum(counts.ending()), now);
    last.set(today);
  }

  /**
   * How many cases of each agency are late, and how many are late or soon will be; those that no
   * agency has under an empty text.
   */
  private record Counts(Map<String, Long> late, Map<String, Long> ending) {}

  private Counts counts(Tx tx, Instant now) {
    return new Counts(
        store.clocks().overdue(tx, now), store.clocks().overdue(tx, digest.soonEnds(now)));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void send(Optional<AgencyCode> agency, long late, long ending, Instant now) {
    List<CaseClocks> nearest = store.read(tx -> nearest(tx, agency));
    Optional<Notice> notice = digest.of(new Part(agency, late, ending - late, nearest), now);
    if (notice.isPresent()) {
      int unused = store.inTransaction(tx -> notices.send(tx, notice.get(), now));
    }
  }

  private List<CaseClocks> nearest(Tx tx, Optional<AgencyCode> agency) {
    List<CaseClocks> nearest = new ArrayList<>();
    for (TrackingId id : store.clocks().open(tx, agency, Digest.CASES_MAX)) {
      try {
        store.clocks().find(tx, id).ifPresent(nearest::add);
      } catch (CorruptRowException e) {
        LOG.error("{}; the digest counts it without a line", e.getMessage());
      }
    }
    return nearest;
  }
}
