package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The trail of one import: its day stands before its first row does, so that an older export that
 * comes next, or runs on another node, is held even if this one is broken off; and the audit trail
 * tells of it with the first case that it changes. For one import, whose threads take turns.
 */
final class ExportTrail {
  private final CaseStore store;
  private final ExportOrder order;
  private final Optional<LocalDate> day;
  private OptionalInt firstRow = OptionalInt.empty();
  private volatile boolean begun;

  ExportTrail(CaseStore store, ExportOrder order, Optional<LocalDate> day) {
    this.store = store;
    this.order = order;
    this.day = day;
  }

  /**
   * Refuses a day that is nowhere yet: after it, every export would be an older one.
   *
   * @throws UnusableExportException when it is after tomorrow, in UTC
   */
  void requireNotAhead(Instant now) {
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    if (day.filter(made -> made.isAfter(tomorrow)).isPresent()) {
      throw new UnusableExportException(
          "export.made_ahead",
          "the export would be made on %s, which is still to come: give its day, or put this"
                  .formatted(day.get())
              + " machine's clock right");
    }
  }

  /**
   * Begins: keeps the day, if it is the latest one.
   *
   * @return whether a later export was imported before
   */
  boolean begin(Tx tx, Instant now) {
    if (isOlder(tx)) {
      return true;
    }
    String last = store.cursors().get(tx, ExportImport.CURSOR);
    day.map(LocalDate::toString)
        .filter(made -> !made.equals(last))
        .ifPresent(made -> store.cursors().set(tx, ExportImport.CURSOR, made, now));
    return false;
  }

  /**
   * One that does not say when it was made may be of any day: after one that does, it counts as the
   * older one.
   */
  boolean isOlder(Tx tx) {
    String last = store.cursors().get(tx, ExportImport.CURSOR);
    return !last.isEmpty() && day.filter(made -> !made.isBefore(LocalDate.parse(last))).isEmpty();
  }

  /**
   * A row has changed a case. The first one tells of the import; its transaction may be done again,
   * and then it tells again.
   */
  void changed(Tx tx, int row, int rows, Instant now) {
    if (!begun && (firstRow.isEmpty() || row <= firstRow.getAsInt())) {
      firstRow = OptionalInt.of(row);
      audit(tx, "begun, %d rows".formatted(rows), now);
      tx.afterCommit(() -> begun = true);
    }
  }

  /** It has ended; the same file again leaves no trace. */
  void ended(Tx tx, ExportSummary summary, Instant now) {
    if (summary.changes() > 0) {
      audit(tx, ExportReport.trail(summary), now);
    }
  }

  /** It ended before its last row did. */
  void brokenOff(Tx tx, ExportSummary summary, Instant now) {
    if (summary.changes() > 0) {
      audit(tx, "broken off after " + ExportReport.trail(summary), now);
    }
  }

  private void audit(Tx tx, String what, Instant now) {
    String subject = day.map(LocalDate::toString).orElse("undated");
    store
        .audit()
        .append(
            tx, new AuditEntry(now, order.actor(), Action.IMPORTED, subject, order.because(what)));
  }
}
