package id.aduan.lapor.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What a calendar says, as it is stored and as its version is computed from: lists rising, so that
 * the same content is the same bytes.
 *
 * @param workingDays days that count whatever the week and the days off say
 * @param officialYears whose decree is known
 */
record CalendarData(
    List<DayOfWeek> weekdays,
    boolean cutiBersamaCounts,
    List<Integer> officialYears,
    List<DayOff> daysOff,
    List<LocalDate> workingDays) {

  CalendarData {
    weekdays = weekdays.stream().distinct().sorted().toList();
    officialYears = officialYears.stream().distinct().sorted().toList();
    daysOff = daysOff.stream().sorted(Comparator.comparing(DayOff::date)).toList();
    workingDays = workingDays.stream().distinct().sorted().toList();
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException("a calendar has at least one working day a week");
    }
  }
}
