package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.portal.PortalExport.Bad;
import id.aduan.lapor.portal.PortalExport.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what becomes of rows. A transaction may be done again, so the end of a row counts once,
 * the last one that it was told of. Not safe for use by many threads at once; the store's thread
 * and the import's take turns.
 */
final class ExportTally {
  private final Map<ExportOutcome, BitSet> rows = new EnumMap<>(ExportOutcome.class);
  private final BitSet unnamed = new BitSet();
  private final BitSet unknown = new BitSet();
  private final List<Bad> bad = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();

  ExportTally() {
    for (ExportOutcome each : ExportOutcome.values()) {
      rows.put(each, new BitSet());
    }
  }

  /** Whether no row before was about it. Of an id that begins with zeros none is lost either. */
  synchronized boolean isFirst(TrackingId id) {
    String value = id.value();
    return seen.add(Long.parseLong("1" + value));
  }

  synchronized void ended(Told row, ExportOutcome outcome) {
    at(row.number(), outcome);
    unnamed.set(row.number(), row.unnamed());
    unknown.set(row.number(), row.state().complaint().status().stage() == Status.Stage.UNKNOWN);
  }

  synchronized void bad(Bad row) {
    boolean told = Objects.requireNonNull(rows.get(ExportOutcome.BAD)).get(row.number());
    at(row.number(), ExportOutcome.BAD);
    if (!told && bad.size() < ExportSummary.BAD_ROWS_MAX) {
      bad.add(row);
    }
  }

  private void at(int row, ExportOutcome outcome) {
    rows.forEach((each, set) -> set.set(row, each == outcome));
  }

  /** How many have ended. */
  synchronized int rows() {
    return rows.values().stream().mapToInt(BitSet::cardinality).sum();
  }

  synchronized ExportSummary summary(Optional<LocalDate> generatedOn, boolean older) {
    Map<ExportOutcome, Integer> counts = new EnumMap<>(ExportOutcome.class);
    rows.forEach((outcome, set) -> counts.put(outcome, set.cardinality()));
    return new ExportSummary(
        rows(), counts, unnamed.cardinality(), unknown.cardinality(), bad, generatedOn, older);
  }
}
