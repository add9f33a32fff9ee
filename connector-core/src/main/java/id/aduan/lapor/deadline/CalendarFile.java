package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a calendar file onto a calendar.
 *
 * <p>{@code years} has each its {@code year}, {@code status} (official or provisional), {@code
 * basis} (the decree), {@code holidays} and {@code cuti_bersama}, and stands in place of what was
 * known of that year. {@code days} has single days with their {@code kind}: {@code holiday}, {@code
 * cuti_bersama}, or {@code working} for one that counts after all. {@code version} names the file.
 */
final class CalendarFile {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Says so where a day is explained; a year always has its decree. */
  private static final String NO_BASIS = "dasar tidak disebut";

  private enum Status {
    OFFICIAL,
    PROVISIONAL
  }

  private enum Sort {
    HOLIDAY,
    CUTI_BERSAMA,
    WORKING
  }

  private final CalendarDraft draft;
  private final DayList days = new DayList();
  private final Set<Integer> years = new HashSet<>();

  private CalendarFile(CalendarDraft draft) {
    this.draft = draft;
  }

  /** The calendar that all others are made from: it has a version and years. */
  static void whole(YamlMap file, CalendarDraft draft) {
    file.requireKeys("version", "years");
    amend(file, draft);
  }

  /** A file that adds to a calendar, or says otherwise; two lines are enough. */
  static void amend(YamlMap file, CalendarDraft draft) {
    file.rejectUnknownKeys("version", "years", "days");
    if (!file.has("years")) {
      file.requireKeys("days");
    }
    file.scalar("version").flatMap(CalendarFile::label).ifPresent(draft::label);
    CalendarFile reader = new CalendarFile(draft);
    file.maps("years").forEach(reader::readYear);
    reader.days.read(file.maps("days"), "day", "kind", "name", "basis").forEach(reader::readDay);
  }

  private static Optional<String> label(YamlScalar version) {
    if (!LABEL.matcher(version.text()).matches()) {
      version.problem(
          "a version must not be " + version.excerpt(),
          "letters, digits, '.', '_' and '-', at most 64, such as bintan-2026-12-01");
      return Optional.empty();
    }
    return Optional.of(version.text());
  }

  private void readYear(YamlMap year) {
    year.rejectUnknownKeys("year", "status", "basis", "holidays", "cuti_bersama");
    year.requireKeys("year");
    String basis = year.requiredString("basis");
    Status status = year.requiredEnum("status", Status.class);
    Optional<Integer> number = year.optionalInt("year", DayList.YEAR_MIN, DayList.YEAR_MAX);
    if (number.isEmpty()) {
      return;
    }
    if (!years.add(number.get())) {
      year.problem("the year " + number.get() + " is written twice", "");
    }
    draft.clearYear(number.get(), status == Status.OFFICIAL);
    readDays(year.maps("holidays"), Kind.HOLIDAY, number.get(), basis);
    readDays(year.maps("cuti_bersama"), Kind.CUTI_BERSAMA, number.get(), basis);
  }

  private void readDays(List<YamlMap> list, Kind kind, int year, String basis) {
    for (DayList.Item item : days.read(list, "day", "name", "basis")) {
      if (item.date().getYear() != year) {
        item.day().problem("the day " + item.date() + " is not in the year " + year, "");
      }
      draft.off(item.dayOff(kind, basis));
    }
  }

  private void readDay(DayList.Item item) {
    switch (item.map().requiredEnum("kind", Sort.class)) {
      case HOLIDAY -> draft.off(item.dayOff(Kind.HOLIDAY, NO_BASIS));
      case CUTI_BERSAMA -> draft.off(item.dayOff(Kind.CUTI_BERSAMA, NO_BASIS));
      case WORKING -> draft.working(item.date());
    }
  }
}
