package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.CountedDay.Outcome;
import id.aduan.lapor.deadline.Limit.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A limit in days that an office has from a start on: which days count (CAL-09, CAL-10). */
final class DayLimit {
  private static final int DAYS_MAX = 1000;
  private static final int PERCENT = 100;

  private final Office office;
  private final int amount;
  private final DayCount count;
  private final boolean working;

  private final Instant start;
  private final long startDay;

  /** The last day that cannot count, whatever the calendar says. */
  private final long before;

  private final List<Stretch> paused;
  private final long openPause;

  DayLimit(Office office, Limit limit, Instant start, List<Pause> pauses) {
    if (limit.amount() < 1 || limit.amount() > DAYS_MAX) {
      throw new IllegalArgumentException("days must be 1 to 1000, not " + limit.amount());
    }
    this.office = office;
    this.amount = limit.amount();
    this.working = limit.unit() == Unit.WORKING_DAY;
    this.count = working ? office.calendar().count() : DayCount.EVERY_DAY;
    this.start = start;
    this.startDay = day(start);
    this.before = office.countsReceiptDay() ? startDay - 1 : startDay;
    this.paused = pauses.isEmpty() ? List.of() : stretches(pauses);
    this.openPause =
        pauses.stream()
            .filter(pause -> pause.until().isEmpty())
            .mapToLong(pause -> day(pause.from()))
            .min()
            .orElse(Long.MAX_VALUE);
  }

  private long day(Instant instant) {
    return LocalDate.ofInstant(instant, office.zone()).toEpochDay();
  }

  private List<Stretch> stretches(List<Pause> pauses) {
    return pauses.stream()
        .filter(pause -> pause.until().isPresent())
        .map(pause -> new Stretch(day(pause.from()), day(pause.until().get())))
        .filter(stretch -> stretch.upTo() > stretch.after())
        .sorted(Comparator.comparingLong(Stretch::after))
        .toList();
  }

  DueDate due() {
    LocalDate date = LocalDate.ofEpochDay(last());
    return DueDate.endOf(date, office.zone(), certainty(date), office.calendar().version());
  }

  private long last() {
    return nth(count, before, amount);
  }

  /** The n-th day after a day that counts and is not paused. */
  private long nth(DayCount days, long after, long number) {
    long position = after;
    long left = number;
    for (Stretch stretch : paused) {
      long between = days.upTo(Math.max(position, stretch.after())) - days.upTo(position);
      if (between >= left) {
        break;
      }
      left -= between;
      position = Math.max(position, stretch.upTo());
    }
    return days.nth(days.upTo(position) + left);
  }

  private Certainty certainty(LocalDate last) {
    int first = LocalDate.ofEpochDay(before + 1).getYear();
    for (int year = first; working && year <= last.getYear(); year++) {
      if (!office.calendar().isOfficial(year)) {
        return Certainty.PROVISIONAL;
      }
    }
    return Certainty.FINAL;
  }

  /** The moment at which so much is used up: within the office's hours on a working day. */
  Instant moment(int percent) {
    long used = (long) amount * percent;
    long over = used / PERCENT;
    long last = last();
    DayCount workingDays = office.calendar().count();
    long day =
        over < amount ? nth(count, before, over + 1) : nth(workingDays, last, over - amount + 1);
    LocalTime opens = office.hours().opens();
    Duration open = Duration.between(opens, office.hours().closes());
    LocalTime time = opens.plus(open.multipliedBy(used % PERCENT).dividedBy(PERCENT));
    Instant moment = office.nextOpening(at(day, time));
    if (over >= amount || working) {
      return moment;
    }
    // A weekend at the end of calendar days: who is warned after it is warned too late.
    Instant earlier = at(workingDays.nth(workingDays.upTo(last)), time);
    Instant end = due().at();
    Instant inTime = office.nextOpening(earlier.isBefore(start) ? start : earlier);
    return moment.isAfter(end) && !inTime.isAfter(end) ? inTime : moment;
  }

  private Instant at(long day, LocalTime time) {
    return office.at(LocalDate.ofEpochDay(day), time);
  }

  /** How many days counted up to and with that of a moment. */
  int used(Instant until) {
    long end = Math.min(day(until), openPause);
    long position = before;
    long used = 0;
    for (Stretch stretch : paused) {
      used += between(position, Math.min(stretch.after(), end));
      position = Math.max(position, stretch.upTo());
    }
    return Math.toIntExact(used + between(position, end));
  }

  private long between(long after, long upTo) {
    return upTo > after ? count.upTo(upTo) - count.upTo(after) : 0;
  }

  List<CountedDay> days() {
    List<CountedDay> days = new ArrayList<>();
    long last = last();
    int number = 0;
    for (long day = startDay; day <= last; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      Optional<DayOff> off =
          working || day <= before ? office.calendar().dayOff(date) : Optional.empty();
      Outcome outcome = outcome(day, off);
      boolean counted = outcome == Outcome.COUNTED;
      number += counted ? 1 : 0;
      days.add(new CountedDay(date, outcome, counted ? number : 0, off));
    }
    return List.copyOf(days);
  }

  private Outcome outcome(long day, Optional<DayOff> off) {
    if (day <= before) {
      return Outcome.RECEIPT;
    }
    if (off.isPresent()) {
      return switch (off.get().kind()) {
        case WEEKEND -> Outcome.WEEKEND;
        case HOLIDAY -> Outcome.HOLIDAY;
        case CUTI_BERSAMA -> Outcome.CUTI_BERSAMA;
        case OFFICE -> Outcome.OFFICE_DAY_OFF;
      };
    }
    boolean isPaused = day > openPause || paused.stream().anyMatch(it -> it.contains(day));
    return isPaused ? Outcome.PAUSED : Outcome.COUNTED;
  }

  /** The days of a pause that do not count: none if it ends on the day on which it begins. */
  private record Stretch(long after, long upTo) {
    boolean contains(long day) {
      return day > after && day <= upTo;
    }
  }
}
