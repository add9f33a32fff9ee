package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlMap;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * How offices count time, as far as their configuration says so. Immutable; safe for use by many
 * threads.
 *
 * @param countsReceiptDay whether the day of receipt is the first that counts (CAL-09)
 */
public record CalendarSettings(
    WorkingCalendar calendar, ZoneId zone, OfficeHours hours, boolean countsReceiptDay) {

  /** The keys that {@link #with} reads; a section may have others. */
  public static final List<String> KEYS =
      List.of(
          "zone",
          "hours",
          "weekdays",
          "countReceiptDay",
          "countCutiBersama",
          "calendar",
          "daysOff",
          "workingDays");

  /** The shipped calendar, in western Indonesian time, in the usual hours. */
  public static CalendarSettings national() {
    return new CalendarSettings(
        WorkingCalendar.indonesia(), ZoneId.of("Asia/Jakarta"), OfficeHours.USUAL, false);
  }

  /**
   * These settings as a section changes them. What it does not say stays; its days and calendar
   * files come on top of those that are here.
   *
   * @param directory of the configuration, from which calendar files are found
   * @param problems gets the faults of the section and of its files; with any, the result is a
   *     stand-in
   * @param notices gets what looks odd and is allowed
   */
  public CalendarSettings with(
      YamlMap section, Path directory, Problems problems, List<Problem> notices) {
    return new CalendarSection(section, notices).read(this, directory, problems);
  }

  public Office office(AgencyKind kind) {
    return new Office(kind, calendar, zone, hours, countsReceiptDay);
  }
}
