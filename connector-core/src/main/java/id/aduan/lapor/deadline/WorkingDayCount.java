package id.aduan.lapor.deadline;

import static java.lang.Math.floorDiv;
import static java.lang.Math.floorMod;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts working days: those that the week has, and the sum of all deviations up to a day, which is
 * computed once. Costs the same for one day and for a thousand, within the calendar's years and
 * beyond. Immutable.
 */
final class WorkingDayCount implements DayCount {
  private static final int DAYS = 7;

  /** 1970-01-01 was a Thursday. */
  private static final int SINCE_MONDAY = 3;

  private final int perWeek;

  /** How many working days there are from Monday up to and with each day of a week. */
  private final int[] inWeek = new int[DAYS];

  /** The days that are not as their day of the week, rising. */
  private final long[] deviations;

  /** What the first so many of them add up to. */
  private final int[] sums;

  /**
   * For a week and its exceptions.
   *
   * @param exceptions whether a day counts, whatever the week says
   */
  WorkingDayCount(Set<DayOfWeek> weekdays, Map<Long, Boolean> exceptions) {
    perWeek = weekdays.size();
    for (DayOfWeek day : DayOfWeek.values()) {
      int i = day.ordinal();
      inWeek[i] = (i == 0 ? 0 : inWeek[i - 1]) + (weekdays.contains(day) ? 1 : 0);
    }
    Map<Long, Boolean> rising = new TreeMap<>(exceptions);
    rising.entrySet().removeIf(it -> it.getValue() == isRegular(it.getKey()));
    deviations = rising.keySet().stream().mapToLong(Long::longValue).toArray();
    sums = new int[deviations.length + 1];
    for (int i = 0; i < deviations.length; i++) {
      sums[i + 1] = sums[i] + (isRegular(deviations[i]) ? -1 : 1);
    }
  }

  private boolean isRegular(long day) {
    return regular(day) > regular(day - 1);
  }

  private long regular(long day) {
    long sinceMonday = day + SINCE_MONDAY;
    return floorDiv(sinceMonday, DAYS) * perWeek + inWeek[floorMod(sinceMonday, DAYS)];
  }

  @Override
  public long upTo(long day) {
    int found = Arrays.binarySearch(deviations, day);
    return regular(day) + sums[found >= 0 ? found + 1 : -found - 1];
  }

  @Override
  public long nth(long number) {
    // All deviations together move it by no more than these weeks.
    long low = (floorDiv(number - deviations.length, perWeek) - 2) * DAYS;
    long high = (floorDiv(number + deviations.length, perWeek) + 2) * DAYS;
    while (low < high) {
      long middle = floorDiv(low + high, 2);
      if (upTo(middle) >= number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
