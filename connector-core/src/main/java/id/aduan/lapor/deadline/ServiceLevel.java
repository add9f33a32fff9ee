package id.aduan.lapor.deadline;

/**
 * A limit for some part of a case (batas waktu), with the rule it comes from.
 *
 * @param id its stable name, such as {@code sp4n.complaint_no_supervision}
 * @param limit how many units, from 1
 * @param unit what is counted
 * @param source where the number was found, with the id of the rule
 * @param grade how good that source is
 */
public record ServiceLevel(String id, int limit, Unit unit, String source, Grade grade) {

  /** What is counted. */
  public enum Unit {
    /** Hari kerja, by a {@link WorkingCalendar}. */
    WORKING_DAYS
  }

  /** How good the source of a number is. */
  public enum Grade {
    /** The gazette text itself. */
    A,
    /** An official page, or a part of the primary text. */
    B,
    /** Secondary: press, agency pages, a public system. */
    C,
    /** An engineering reading; not law. */
    D
  }
}
