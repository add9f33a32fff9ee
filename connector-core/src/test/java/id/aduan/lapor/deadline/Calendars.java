package id.aduan.lapor.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Offices and calendars that tests count with. */
final class Calendars {
  static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  /** Ten in the morning of a day in Jakarta: nothing depends on the hour. */
  static Instant on(String day) {
    return LocalDate.parse(day).atTime(10, 0).atZone(WIB).toInstant();
  }

  static Limit workingDays(int amount) {
    return new Limit(amount, Unit.WORKING_DAY);
  }

  static Limit calendarDays(int amount) {
    return new Limit(amount, Unit.CALENDAR_DAY);
  }

  static Office office(WorkingCalendar calendar) {
    return office(calendar, WIB);
  }

  static Office office(WorkingCalendar calendar, ZoneId zone) {
    return new Office(AgencyKind.OPD, calendar, zone, OfficeHours.USUAL, false);
  }

  static Office countingReceiptDay(Office office) {
    return new Office(office.kind(), office.calendar(), office.zone(), office.hours(), true);
  }

  /** The shipped calendar with changes. */
  static WorkingCalendar shipped(Consumer<CalendarDraft> changes) {
    CalendarDraft draft = WorkingCalendar.indonesia().draft();
    changes.accept(draft);
    return draft.build();
  }

  /** The shipped calendar with a file on top; the file must be free of faults. */
  static WorkingCalendar amended(String yaml) {
    Problems problems = new Problems();
    CalendarDraft draft = WorkingCalendar.indonesia().draft();
    CalendarFile.amend(YamlFile.parse("own.yaml", yaml.getBytes(UTF_8), problems), draft);
    problems.throwIfAny();
    return draft.build();
  }

  private Calendars() {}
}
