package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.DayOff.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A calendar in the making: what is said later about a day stands in place of what was said before.
 * Not for use by several threads.
 */
final class CalendarDraft {
  private String label;
  private final TreeMap<LocalDate, DayOff> daysOff = new TreeMap<>();
  private final TreeSet<LocalDate> workingDays = new TreeSet<>();
  private final TreeSet<Integer> officialYears = new TreeSet<>();
  private final TreeSet<DayOfWeek> weekdays = new TreeSet<>();
  private boolean cutiBersamaCounts;

  /** An empty calendar of five working days a week (CAL-01). */
  CalendarDraft() {
    label = "";
    weekdays.addAll(
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY));
  }

  CalendarDraft(String label, CalendarData data) {
    this.label = label;
    data.daysOff().forEach(day -> daysOff.put(day.date(), day));
    workingDays.addAll(data.workingDays());
    officialYears.addAll(data.officialYears());
    weekdays.addAll(data.weekdays());
    cutiBersamaCounts = data.cutiBersamaCounts();
  }

  /** Adds to the name that the content is known by. */
  void label(String added) {
    label = label.isEmpty() ? added : label + "+" + added;
  }

  void off(DayOff day) {
    workingDays.remove(day.date());
    daysOff.put(day.date(), day);
  }

  void working(LocalDate day) {
    daysOff.remove(day);
    workingDays.add(day);
  }

  /** Forgets the national days of a year; days off of the office's own stay. */
  void clearYear(int year, boolean official) {
    daysOff.values().removeIf(day -> day.date().getYear() == year && day.kind() != Kind.OFFICE);
    officialYears.remove(year);
    if (official) {
      officialYears.add(year);
    }
  }

  /**
   * The days of the week that are worked on.
   *
   * @param days at least one
   */
  void weekdays(Set<DayOfWeek> days) {
    weekdays.clear();
    weekdays.addAll(days);
  }

  void cutiBersamaCounts(boolean counts) {
    cutiBersamaCounts = counts;
  }

  WorkingCalendar build() {
    return WorkingCalendar.of(
        label,
        new CalendarData(
            List.copyOf(weekdays),
            cutiBersamaCounts,
            List.copyOf(officialYears),
            List.copyOf(daysOff.values()),
            List.copyOf(workingDays)));
  }
}
