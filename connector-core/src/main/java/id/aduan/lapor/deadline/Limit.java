package id.aduan.lapor.deadline;

/**
 * How long something may take (batas waktu).
 *
 * @param amount from 1 to 1000 for days, to 100,000 for hours and minutes
 */
public record Limit(int amount, Unit unit) {

  /** What is counted. */
  public enum Unit {
    /** Hari kerja, by the office's calendar. */
    WORKING_DAY,
    /** Hari kalender. */
    CALENDAR_DAY,
    /** Clock hours: neither nights nor holidays stop them (3x24 jam). */
    CLOCK_HOUR,
    MINUTE;

    /** Whether whole days are counted, to the end of the last one. */
    public boolean isDay() {
      return this == WORKING_DAY || this == CALENDAR_DAY;
    }
  }
}
