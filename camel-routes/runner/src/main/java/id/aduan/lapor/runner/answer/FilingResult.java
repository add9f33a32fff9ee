package id.aduan.lapor.runner.answer;

import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.sync.FilingAnswer;
import java.util.Optional;

/**
 * What became of a report that was handed in. Its names are those of {@code file --json}.
 *
 * @param code {@code filed}, {@code known} for the same again, or why it was not taken
 * @param detail in a line for people; nothing of the report
 * @param id our number of it
 * @param titleCut whether the portal's title holds less than was handed in
 * @param contentCut the same of the text
 */
public record FilingResult(
    boolean done,
    String code,
    String detail,
    Optional<Long> id,
    Optional<String> trackingId,
    boolean titleCut,
    boolean contentCut) {
  public static final String FILED = "filed";
  public static final String KNOWN = "known";
  public static final String BAD_REPORT = "filing.report";

  /** There is no {@code portal.filing} in the configuration. */
  public static final FilingResult OFF =
      refused("filing.off", "this connector files no reports: it has no portal.filing");

  /** Tells of an answer. */
  public static FilingResult of(FilingAnswer answer) {
    if (answer instanceof FilingAnswer.Refused refused) {
      return refused(refused.reason().code(), refused.reason().text());
    }
    FilingAnswer.Taken taken = (FilingAnswer.Taken) answer;
    Filing filing = taken.filing();
    return new FilingResult(
        true,
        taken.again() ? KNOWN : FILED,
        "",
        Optional.of(filing.id()),
        filing.trackingId().map(it -> it.value()),
        taken.titleCut(),
        taken.contentCut());
  }

  /** Nothing was taken, and nothing changed. */
  public static FilingResult refused(String code, String detail) {
    return new FilingResult(false, code, detail, Optional.empty(), Optional.empty(), false, false);
  }
}
