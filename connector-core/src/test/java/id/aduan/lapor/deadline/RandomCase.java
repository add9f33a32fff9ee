package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.deadline.Limit.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An office, a start, a limit and pauses, all from one seed. */
final class RandomCase {
  /** Those of Indonesia, one with summer time, and both ends of the world. */
  private static final List<String> ZONES =
      List.of(
          "Asia/Jakarta",
          "Asia/Pontianak",
          "Asia/Makassar",
          "Asia/Jayapura",
          "America/New_York",
          "Pacific/Kiritimati",
          "Pacific/Niue");

  private static final LocalDate FIRST = LocalDate.of(2023, 10, 1);
  private static final int DAYS = 1800;

  final Random random;
  final Office office;
  final Instant start;
  final Limit limit;
  final List<Pause> pauses = new ArrayList<>();

  RandomCase(long seed) {
    this(new Random(seed * 7919 + 1));
  }

  private RandomCase(Random random) {
    this(random, calendar(random));
  }

  RandomCase(Random random, WorkingCalendar calendar) {
    this.random = random;
    OfficeHours hours = new OfficeHours(LocalTime.of(random.nextInt(9), 15), LocalTime.of(16, 0));
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    office = new Office(AgencyKind.OPD, calendar, zone, hours, random.nextInt(4) == 0);
    start =
        FIRST
            .plusDays(random.nextInt(DAYS))
            .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
            .atZone(zone)
            .toInstant();
    Unit unit = unit(random);
    limit = new Limit(1 + random.nextInt(random.nextInt(20) == 0 ? 1000 : 60), unit);
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant from = start.plus(Duration.ofMinutes(random.nextInt(100_000) - 10_000));
      Instant until = from.plus(Duration.ofMinutes(random.nextInt(20_000)));
      pauses.add(new Pause(from, Optional.of(until)));
    }
  }

  /** One in twenty counts no days. */
  private static Unit unit(Random random) {
    return switch (random.nextInt(40)) {
      case 0 -> Unit.MINUTE;
      case 1 -> Unit.CLOCK_HOUR;
      default -> random.nextBoolean() ? Unit.WORKING_DAY : Unit.CALENDAR_DAY;
    };
  }

  static WorkingCalendar calendar(Random random) {
    CalendarDraft draft = WorkingCalendar.indonesia().draft();
    draft.cutiBersamaCounts(random.nextBoolean());
    if (random.nextBoolean()) {
      EnumSet<DayOfWeek> weekdays = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
      List.of(DayOfWeek.values()).stream()
          .filter(day -> random.nextInt(3) > 0)
          .forEach(weekdays::add);
      draft.weekdays(weekdays);
    }
    for (int i = random.nextInt(60); i > 0; i--) {
      LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
      switch (random.nextInt(4)) {
        case 0 -> draft.off(new DayOff(day, Kind.HOLIDAY, "Libur", "Keppres"));
        case 1 -> draft.off(new DayOff(day, Kind.CUTI_BERSAMA, "Cuti", "SKB"));
        case 2 -> draft.off(new DayOff(day, Kind.OFFICE, "Libur lokal", "Perbup"));
        default -> draft.working(day);
      }
    }
    return draft.build();
  }

  DueDate due() {
    return office.due(limit, start, pauses);
  }

  List<CountedDay> days() {
    return office.days(limit, start, pauses);
  }

  Office with(WorkingCalendar calendar) {
    return new Office(
        office.kind(), calendar, office.zone(), office.hours(), office.countsReceiptDay());
  }

  @Override
  public String toString() {
    return "%s from %s in %s, receipt counts: %s, pauses %s, calendar %s"
        .formatted(
            limit, start, office.zone(), office.countsReceiptDay(), pauses, office.calendar());
  }
}
