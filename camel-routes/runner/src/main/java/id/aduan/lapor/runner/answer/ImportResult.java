package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.ExportOutcome;
import id.aduan.lapor.sync.ExportSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of an export. Its names are those of {@code --json}.
 *
 * @param opened new cases, on their way to an agency
 * @param kept new cases that have ended on the portal
 * @param asked the portal is asked about these
 * @param heldOlder differ, and a later export was imported before
 * @param heldHeard differ from what the portal's messages told
 * @param heldTextless new, open and without a text
 * @param older whether a later export was imported before
 * @param badRows the first of them
 */
public record ImportResult(
    int rows,
    int opened,
    int kept,
    int changed,
    int unchanged,
    int asked,
    int heldOlder,
    int heldHeard,
    int heldTextless,
    int bad,
    int unknownInstitutions,
    int unknownStatuses,
    Optional<LocalDate> generatedOn,
    boolean older,
    List<BadRow> badRows) {

  public ImportResult {
    badRows = List.copyOf(badRows);
  }

  /**
   * A row that was not used.
   *
   * @param column empty where no single one is at fault
   */
  public record BadRow(int row, String column, String what) {}

  public static ImportResult of(ExportSummary done) {
    return new ImportResult(
        done.rows(),
        done.count(ExportOutcome.OPENED),
        done.count(ExportOutcome.KEPT),
        done.count(ExportOutcome.CHANGED),
        done.count(ExportOutcome.UNCHANGED),
        done.count(ExportOutcome.ASKED),
        done.count(ExportOutcome.HELD_OLDER),
        done.count(ExportOutcome.HELD_HEARD),
        done.count(ExportOutcome.HELD_TEXTLESS),
        done.count(ExportOutcome.BAD),
        done.unnamedInstitutions(),
        done.unknownStatuses(),
        done.generatedOn(),
        done.older(),
        done.bad().stream().map(it -> new BadRow(it.number(), it.column(), it.what())).toList());
  }
}
