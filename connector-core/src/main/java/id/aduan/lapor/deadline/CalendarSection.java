package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the keys that say how an office counts time. */
final class CalendarSection {
  private static final int FILES_MAX = 16;
  private static final String OWN_DECISION = "keputusan instansi";

  /** WIB twice, WITA, WIT. */
  private static final Set<String> ZONES =
      Set.of("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura");

  private final YamlMap section;
  private final List<Problem> notices;

  CalendarSection(YamlMap section, List<Problem> notices) {
    this.section = section;
    this.notices = notices;
  }

  CalendarSettings read(CalendarSettings base, Path directory, Problems problems) {
    CalendarDraft draft = base.calendar().draft();
    readFiles(directory, problems, draft);
    readOwnDays(draft);
    readWeekdays(draft);
    section.optionalBoolean("countCutiBersama").ifPresent(draft::cutiBersamaCounts);
    return new CalendarSettings(
        draft.build(),
        zone().orElse(base.zone()),
        section.optionalMap("hours").flatMap(CalendarSection::hours).orElse(base.hours()),
        section.optionalBoolean("countReceiptDay").orElse(base.countsReceiptDay()));
  }

  private void readFiles(Path directory, Problems problems, CalendarDraft draft) {
    List<YamlScalar> files = section.scalars("calendar");
    if (files.size() > FILES_MAX) {
      files.get(FILES_MAX).problem("there are more than " + FILES_MAX + " calendar files", "");
      return;
    }
    for (YamlScalar file : files) {
      file.asText()
          .flatMap(text -> path(file, directory, text))
          .ifPresent(path -> CalendarFile.amend(YamlFile.read(path, problems), draft));
    }
  }

  private static Optional<Path> path(YamlScalar file, Path directory, String text) {
    try {
      return Optional.of(directory.resolve(text));
    } catch (InvalidPathException e) {
      file.problem("'calendar' must be a path", "calendar-2027.yaml");
      return Optional.empty();
    }
  }

  private void readOwnDays(CalendarDraft draft) {
    DayList days = new DayList();
    for (DayList.Item item : days.read(section.maps("daysOff"), "day", "name", "basis")) {
      draft.off(item.dayOff(Kind.OFFICE, OWN_DECISION));
    }
    for (DayList.Item item : days.read(section.maps("workingDays"), "day", "name", "basis")) {
      item.map().requiredString("name"); // for those who read the file
      draft.working(item.date());
    }
  }

  private void readWeekdays(CalendarDraft draft) {
    if (!section.has("weekdays")) {
      return;
    }
    EnumSet<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    List<YamlScalar> written = section.scalars("weekdays");
    for (YamlScalar text : written) {
      Optional<DayOfWeek> day = text.asEnum(DayOfWeek.class);
      if (day.isPresent() && !weekdays.add(day.get())) {
        text.problem("the weekday " + text.excerpt() + " is written twice", "");
      }
    }
    if (written.isEmpty()) {
      key("weekdays")
          .problem(
              "'weekdays' names no day, so that no limit would ever end",
              "write at least one, such as [monday, tuesday]");
    }
    if (!weekdays.isEmpty()) {
      draft.weekdays(weekdays);
    }
  }

  private YamlScalar key(String name) {
    return section.keys().stream().filter(key -> key.text().equals(name)).findFirst().orElseThrow();
  }

  private Optional<ZoneId> zone() {
    Optional<YamlScalar> written = section.scalar("zone");
    Optional<ZoneId> zone = written.flatMap(YamlScalar::asZoneId);
    if (zone.isPresent() && !ZONES.contains(zone.get().getId())) {
      notices.add(
          written
              .orElseThrow()
              .note(
                  "the zone " + written.get().excerpt() + " is none of Indonesia's",
                  "Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT)"));
    }
    return zone;
  }

  private static Optional<OfficeHours> hours(YamlMap hours) {
    hours.rejectUnknownKeys("opens", "closes");
    hours.requireKeys("opens", "closes");
    Optional<LocalTime> opens = hours.scalar("opens").flatMap(YamlScalar::asLocalTime);
    Optional<YamlScalar> written = hours.scalar("closes");
    Optional<LocalTime> closes = written.flatMap(YamlScalar::asLocalTime);
    if (opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    if (!opens.get().isBefore(closes.get())) {
      String message = "'closes' must be after 'opens', but is " + written.orElseThrow().excerpt();
      written.get().problem(message, "hours past midnight cannot be said: 00:00 to 23:59");
      return Optional.empty();
    }
    return Optional.of(new OfficeHours(opens.get(), closes.get()));
  }
}
