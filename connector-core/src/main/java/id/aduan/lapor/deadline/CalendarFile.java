package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.yaml.YamlMap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a calendar file: {@code version}, and {@code years} with each its {@code year}, {@code
 * status} (official or provisional), {@code basis} (the decree), {@code holidays} and {@code
 * cuti_bersama}; a day has {@code day}, {@code name} and, if it is not the year's, its {@code
 * basis}.
 */
final class CalendarFile {

  private enum Status {
    OFFICIAL,
    PROVISIONAL
  }

  private final Map<LocalDate, DayOff> daysOff = new HashMap<>();
  private final Set<Integer> years = new HashSet<>();
  private final Set<Integer> officialYears = new HashSet<>();

  private CalendarFile() {}

  static WorkingCalendar read(YamlMap file) {
    file.rejectUnknownKeys("version", "years");
    String version = file.requiredString("version");
    CalendarFile calendar = new CalendarFile();
    file.maps("years").forEach(calendar::readYear);
    return new WorkingCalendar(version, calendar.daysOff, calendar.officialYears, false);
  }

  private void readYear(YamlMap year) {
    year.rejectUnknownKeys("year", "status", "basis", "holidays", "cuti_bersama");
    year.requireKeys("year");
    String basis = year.requiredString("basis");
    Status status = year.requiredEnum("status", Status.class);
    Optional<Integer> number = year.optionalInt("year", 2000, 2100);
    if (number.isEmpty()) {
      return;
    }
    if (!years.add(number.get())) {
      year.problem("the year " + number.get() + " is written twice", "");
    }
    if (status == Status.OFFICIAL) {
      officialYears.add(number.get());
    }
    year.maps("holidays").forEach(day -> readDay(day, Kind.HOLIDAY, number.get(), basis));
    year.maps("cuti_bersama").forEach(day -> readDay(day, Kind.CUTI_BERSAMA, number.get(), basis));
  }

  private void readDay(YamlMap day, Kind kind, int year, String yearBasis) {
    day.rejectUnknownKeys("day", "name", "basis");
    day.requireKeys("day");
    String name = day.requiredString("name");
    String basis = day.optionalString("basis").orElse(yearBasis);
    Optional<LocalDate> date = day.optionalLocalDate("day");
    if (date.isEmpty()) {
      return;
    }
    if (date.get().getYear() != year) {
      day.problem("the day " + date.get() + " is not in the year " + year, "");
    }
    if (daysOff.putIfAbsent(date.get(), new DayOff(date.get(), kind, name, basis)) != null) {
      day.problem("the day " + date.get() + " is written twice", "");
    }
  }
}
