package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which days are working days (hari kerja) of an office.
 *
 * <p>Monday to Friday are, or the office's own days of the week, unless a national holiday or a day
 * off of the office's own (CAL-01, CAL-03, CAL-07). Joint leave (cuti bersama) is not, unless the
 * calendar counts it (CAL-04). Beyond the years it knows, only days of the week are days off, and
 * every answer is {@link Certainty#PROVISIONAL}.
 *
 * <p>Immutable; safe for use by several threads. Two calendars are equal if they have the same
 * version and say the same.
 */
public final class WorkingCalendar {

  private final Stored stored;
  private final Map<LocalDate, DayOff> daysOff = new HashMap<>();
  private final Set<LocalDate> workingDays;
  private final Set<DayOfWeek> weekdays;
  private final Set<Integer> officialYears;
  private final WorkingDayCount count;

  private WorkingCalendar(Stored stored) {
    this.stored = stored;
    CalendarData data = stored.data();
    for (DayOff day : data.daysOff()) {
      if (!data.cutiBersamaCounts() || day.kind() != Kind.CUTI_BERSAMA) {
        daysOff.put(day.date(), day);
      }
    }
    workingDays = new HashSet<>(data.workingDays());
    weekdays = Set.copyOf(data.weekdays());
    officialYears = Set.copyOf(data.officialYears());
    Map<Long, Boolean> exceptions = new HashMap<>();
    daysOff.keySet().forEach(day -> exceptions.put(day.toEpochDay(), false));
    workingDays.forEach(day -> exceptions.put(day.toEpochDay(), true));
    count = new WorkingDayCount(weekdays, exceptions);
  }

  static WorkingCalendar of(String label, CalendarData data) {
    String version = ContentVersion.of(label, ModelJson.write(data));
    return new WorkingCalendar(new Stored(version, label, data));
  }

  /** The calendar that ships: national holidays and joint leave, with their decrees. */
  public static WorkingCalendar indonesia() {
    Problems problems = new Problems();
    CalendarDraft draft = new CalendarDraft();
    CalendarFile.whole(
        YamlFile.resource(WorkingCalendar.class, "calendar-id.yaml", problems), draft);
    problems.throwIfAny();
    return draft.build();
  }

  /**
   * Reads what {@link #toJson} wrote, under the version that it had then.
   *
   * @throws IllegalArgumentException when it is something else; the message shows nothing of it
   */
  public static WorkingCalendar fromJson(byte[] json) {
    return new WorkingCalendar(ModelJson.read(json, Stored.class));
  }

  /** All that it says, so that a date can be explained by the very calendar that counted it. */
  public byte[] toJson() {
    return ModelJson.write(stored);
  }

  /** The same calendar for offices that work on joint leave. */
  public WorkingCalendar countingCutiBersama() {
    CalendarDraft draft = draft();
    draft.cutiBersamaCounts(true);
    return draft.build();
  }

  CalendarDraft draft() {
    return new CalendarDraft(stored.label(), stored.data());
  }

  /**
   * The labels of its files, {@code ~} and eight hexadecimal digits: calendars that do not say the
   * same have different ones, whether they differ in a day, in the week, or in what counts.
   */
  public String version() {
    return stored.version();
  }

  /** Whether the day counts. */
  public boolean isWorkingDay(LocalDate day) {
    return workingDays.contains(day)
        || (!daysOff.containsKey(day) && weekdays.contains(day.getDayOfWeek()));
  }

  /** Why the day does not count; empty for a working day. */
  public Optional<DayOff> dayOff(LocalDate day) {
    if (isWorkingDay(day)) {
      return Optional.empty();
    }
    return Optional.of(Objects.requireNonNullElseGet(daysOff.get(day), () -> weekend(day)));
  }

  private static DayOff weekend(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case MONDAY -> new DayOff(day, Kind.WEEKEND, "Senin", "CAL-03");
      case TUESDAY -> new DayOff(day, Kind.WEEKEND, "Selasa", "CAL-03");
      case WEDNESDAY -> new DayOff(day, Kind.WEEKEND, "Rabu", "CAL-03");
      case THURSDAY -> new DayOff(day, Kind.WEEKEND, "Kamis", "CAL-03");
      case FRIDAY -> new DayOff(day, Kind.WEEKEND, "Jumat", "CAL-03");
      case SATURDAY -> new DayOff(day, Kind.WEEKEND, "Sabtu", "CAL-01");
      case SUNDAY -> new DayOff(day, Kind.WEEKEND, "Minggu", "CAL-01");
    };
  }

  /** Whether the decree of that year is in the calendar. */
  boolean isOfficial(int year) {
    return officialYears.contains(year);
  }

  DayCount count() {
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingCalendar calendar && stored.equals(calendar.stored);
  }

  @Override
  public int hashCode() {
    return stored.hashCode();
  }

  @Override
  public String toString() {
    return version();
  }

  private record Stored(String version, String label, CalendarData data) {
    Stored {
      Objects.requireNonNull(version);
      Objects.requireNonNull(label);
      Objects.requireNonNull(data);
    }
  }
}
