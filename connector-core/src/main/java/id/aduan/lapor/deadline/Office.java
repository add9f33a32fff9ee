package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * How an agency's time is counted.
 *
 * <p>The first day that counts is the first one after the calendar date of the start, at whatever
 * hour that was (CAL-09, CAL-10). Pauses may overlap and stand in any order; one that ends before
 * it begins changes nothing, and neither does one that lasts: the due day is as it stood when it
 * began. Pure, and safe for use by many threads.
 *
 * @param zone where its days end (CAL-11)
 * @param countsReceiptDay whether the day of receipt is the first that counts (CAL-09)
 */
public record Office(
    AgencyKind kind,
    WorkingCalendar calendar,
    ZoneId zone,
    OfficeHours hours,
    boolean countsReceiptDay) {
  private static final int PERCENT_MAX = 1000;

  /**
   * When a limit ends.
   *
   * @param limit of days 1 to 1000, of hours or minutes 1 to 100,000
   * @throws IllegalArgumentException for another amount
   */
  public DueDate due(Limit limit, Instant start, List<Pause> pauses) {
    return limit.unit().isDay()
        ? new DayLimit(this, limit, start, pauses).due()
        : new TimeLimit(this, limit, start, pauses).due();
  }

  /**
   * Every day from that of the start to the due day, and what it did. After the begin of a pause
   * that lasts no day counts, so that the last number is less than the limit's. None for limits in
   * hours and minutes, which count no days.
   *
   * @throws IllegalArgumentException as {@link #due}
   */
  public List<CountedDay> days(Limit limit, Instant start, List<Pause> pauses) {
    return limit.unit().isDay() ? new DayLimit(this, limit, start, pauses).days() : List.of();
  }

  /**
   * How many whole units of a limit were used up between its start and a moment; 0 where that is
   * before the start. May be more than the limit has.
   *
   * @throws IllegalArgumentException as {@link #due}
   */
  public int used(Limit limit, Instant start, List<Pause> pauses, Instant until) {
    return limit.unit().isDay()
        ? new DayLimit(this, limit, start, pauses).used(until)
        : new TimeLimit(this, limit, start, pauses).used(limit.unit(), until);
  }

  /** The same office without its day of receipt, for a part of a clock that is not its first. */
  public Office withoutReceiptDay() {
    return new Office(kind, calendar, zone, hours, false);
  }

  /**
   * When so much of a limit is used up. Of limits in days that is a moment within the office's
   * hours: half of one day is the middle of them, all of the limit is the first opening after the
   * due day, and what is more counts on in working days. A calendar day on which nobody is there
   * gives the next opening, or, where that is too late, the working day before the due day. Of
   * hours and minutes it is the exact moment.
   *
   * @param percent from 0 to 1000
   * @throws IllegalArgumentException as {@link #due}, and for another part
   */
  public Instant moment(Limit limit, Instant start, List<Pause> pauses, int percent) {
    if (percent < 0 || percent > PERCENT_MAX) {
      throw new IllegalArgumentException("percent must be 0 to 1000, not " + percent);
    }
    return limit.unit().isDay()
        ? new DayLimit(this, limit, start, pauses).moment(percent)
        : new TimeLimit(this, limit, start, pauses).moment(percent);
  }

  /** Whether somebody is there. */
  public boolean isOpen(Instant instant) {
    LocalTime time = LocalTime.ofInstant(instant, zone);
    return !time.isBefore(hours.opens())
        && time.isBefore(hours.closes())
        && calendar.isWorkingDay(LocalDate.ofInstant(instant, zone));
  }

  /** The next moment at which somebody is there: the instant itself while it is open. */
  public Instant nextOpening(Instant instant) {
    if (isOpen(instant)) {
      return instant;
    }
    boolean early = LocalTime.ofInstant(instant, zone).isBefore(hours.opens());
    long day = LocalDate.ofInstant(instant, zone).toEpochDay() - (early ? 1 : 0);
    DayCount count = calendar.count();
    return at(LocalDate.ofEpochDay(count.nth(count.upTo(day) + 1)), hours.opens());
  }

  Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant();
  }
}
