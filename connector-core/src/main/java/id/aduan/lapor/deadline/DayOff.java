package id.aduan.lapor.deadline;

import java.time.LocalDate;

/**
 * A day that does not count, and why.
 *
 * @param date the day
 * @param kind what makes it one
 * @param name its Indonesian name, such as <i>Hari Raya Idul Fitri</i>
 * @param basis the decree that names it, or the rule for weekends
 */
public record DayOff(LocalDate date, Kind kind, String name, String basis) {

  /** What makes a day one that does not count. Stored by name. */
  public enum Kind {
    /** A day of the week on which the office does not work: Saturday or Sunday (CAL-01). */
    WEEKEND,
    /** A national holiday (libur nasional), also when it falls on a weekend. */
    HOLIDAY,
    /** Joint leave (cuti bersama) of the civil service (CAL-04). */
    CUTI_BERSAMA,
    /** A day off of the office's own, by its head's or the regent's decision (CAL-03). */
    OFFICE
  }
}
