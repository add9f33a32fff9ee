package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which days are working days (hari kerja), and counts them.
 *
 * <p>Monday to Friday are, unless a national holiday (CAL-01, CAL-07). Joint leave (cuti bersama)
 * is not, unless {@link #countingCutiBersama()} says so (CAL-04). The day of receipt does not
 * count: the first day that does is the first working day after it (CAL-09, CAL-10). Outside the
 * years it knows only weekends are days off, and every answer is {@link Certainty#PROVISIONAL}.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class WorkingCalendar {

  private static final int WORKING_DAYS_MAX = 1000;

  private final String version;
  private final Map<LocalDate, DayOff> daysOff;
  private final Set<Integer> officialYears;
  private final boolean cutiBersamaCounts;

  WorkingCalendar(
      String version,
      Map<LocalDate, DayOff> daysOff,
      Set<Integer> officialYears,
      boolean cutiBersamaCounts) {
    this.version = version;
    this.daysOff = Map.copyOf(daysOff);
    this.officialYears = Set.copyOf(officialYears);
    this.cutiBersamaCounts = cutiBersamaCounts;
  }

  /** The calendar that ships: national holidays and joint leave, with their decrees. */
  public static WorkingCalendar indonesia() {
    Problems problems = new Problems();
    var yaml = YamlFile.resource(WorkingCalendar.class, "calendar-id.yaml", problems);
    WorkingCalendar calendar = CalendarFile.read(yaml);
    problems.throwIfAny();
    return calendar;
  }

  /** The same calendar for offices that work on joint leave. */
  public WorkingCalendar countingCutiBersama() {
    return new WorkingCalendar(version, daysOff, officialYears, true);
  }

  /** The version of the data, with {@code +cuti-bersama-counts} when those days count. */
  public String version() {
    return cutiBersamaCounts ? version + "+cuti-bersama-counts" : version;
  }

  /** Whether the day counts. */
  public boolean isWorkingDay(LocalDate day) {
    return dayOff(day).isEmpty();
  }

  /** Why the day does not count; empty for a working day. */
  public Optional<DayOff> dayOff(LocalDate day) {
    DayOff known = daysOff.get(day);
    if (known != null && !(cutiBersamaCounts && known.kind() == Kind.CUTI_BERSAMA)) {
      return Optional.of(known);
    }
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> Optional.of(new DayOff(day, Kind.WEEKEND, "Sabtu", "CAL-01"));
      case SUNDAY -> Optional.of(new DayOff(day, Kind.WEEKEND, "Minggu", "CAL-01"));
      default -> Optional.empty();
    };
  }

  /** As {@link #dueDate(LocalDate, ZoneId, int)}, for a receipt on the day that it is there. */
  public DueDate dueDate(Instant received, ZoneId zone, int workingDays) {
    return dueDate(LocalDate.ofInstant(received, zone), zone, workingDays);
  }

  /**
   * The last day of a limit.
   *
   * @param receivedOn the day of receipt in the zone; it does not count
   * @param zone the handling agency's zone (CAL-11)
   * @param workingDays from 1 to 1000
   * @throws IllegalArgumentException when the number is out of bounds
   */
  public DueDate dueDate(LocalDate receivedOn, ZoneId zone, int workingDays) {
    if (workingDays < 1 || workingDays > WORKING_DAYS_MAX) {
      throw new IllegalArgumentException("working days must be 1 to 1000, not " + workingDays);
    }
    LocalDate day = receivedOn;
    int counted = 0;
    while (counted < workingDays) {
      day = day.plusDays(1);
      Optional<DayOff> off = dayOff(day);
      counted += off.isPresent() ? 0 : 1;
    }
    Certainty certainty = certainty(receivedOn.plusDays(1), day);
    return DueDate.endOf(day, zone, certainty, version());
  }

  private Certainty certainty(LocalDate first, LocalDate last) {
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!officialYears.contains(year)) {
        return Certainty.PROVISIONAL;
      }
    }
    return Certainty.FINAL;
  }

  public byte[] toJson() {
    return version.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
