package id.aduan.lapor.sync;

import id.aduan.lapor.portal.PortalExport.Bad;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an export. Names nobody.
 *
 * @param rows below the header
 * @param outcomes how often each was the end of a row; an outcome that was none's is 0
 * @param unnamedInstitutions rows whose institution's name is none of the configured ones
 * @param unknownStatuses rows whose status is a word that is not known
 * @param bad the first of the bad rows, at most {@link #BAD_ROWS_MAX}
 * @param generatedOn when the portal made it, as far as that is known
 * @param older whether a later one was imported before, so that nothing was changed by it
 */
public record ExportSummary(
    int rows,
    Map<ExportOutcome, Integer> outcomes,
    int unnamedInstitutions,
    int unknownStatuses,
    List<Bad> bad,
    Optional<LocalDate> generatedOn,
    boolean older) {
  public static final int BAD_ROWS_MAX = 1_000;

  public ExportSummary {
    Map<ExportOutcome, Integer> all = new EnumMap<>(ExportOutcome.class);
    for (ExportOutcome each : ExportOutcome.values()) {
      all.put(each, outcomes.getOrDefault(each, 0));
    }
    outcomes = Map.copyOf(all);
    bad = List.copyOf(bad);
  }

  public int count(ExportOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** Rows that opened, kept or changed a case. */
  int changes() {
    return outcomes.keySet().stream().filter(ExportOutcome::isChange).mapToInt(this::count).sum();
  }

  /** Rows that differ and about which nothing was done. */
  public int held() {
    return count(ExportOutcome.HELD_OLDER)
        + count(ExportOutcome.HELD_HEARD)
        + count(ExportOutcome.HELD_TEXTLESS);
  }
}
