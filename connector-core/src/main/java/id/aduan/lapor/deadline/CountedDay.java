package id.aduan.lapor.deadline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One day between the start of a limit and its end, and whether it counted.
 *
 * @param number of a day that counted, from 1; else 0
 * @param dayOff why it does not count; also of a day of receipt that is a day off
 */
public record CountedDay(LocalDate date, Outcome outcome, int number, Optional<DayOff> dayOff) {

  /** What a day did to a limit. */
  public enum Outcome {
    /** The day of receipt, which does not count (CAL-09). */
    RECEIPT,
    COUNTED,
    WEEKEND,
    HOLIDAY,
    CUTI_BERSAMA,
    OFFICE_DAY_OFF,
    /** It would have counted, had the clock not been paused. */
    PAUSED
  }
}
