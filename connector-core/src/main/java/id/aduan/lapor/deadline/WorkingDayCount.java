package id.aduan.lapor.deadline;

import static java.lang.Math.floorDiv;
import static java.lang.Math.floorMod;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts working days: those that the week has, and the sum of all deviations up to a day, which is
 * computed once. A count is one search among the deviations, whether it goes over a day or a
 * thousand, within the calendar's years or beyond. Immutable.
 */
final class WorkingDayCount implements DayCount {
  private static final int DAYS = 7;

  /** 1970-01-01 was a Thursday. */
  private static final int SINCE_MONDAY = 3;

  /** The working days of a week, by the days since Monday. */
  private final int[] week;

  /** How many of them there are from Monday up to and with each day of a week. */
  private final int[] inWeek = new int[DAYS];

  /** The days that are not as their day of the week, rising. */
  private final long[] deviations;

  /** What the first so many of them add up to. */
  private final int[] sums;

  /** How many working days there are up to and with each of them. */
  private final long[] counts;

  /**
   * For a week and its exceptions.
   *
   * @param weekdays at least one
   * @param exceptions whether a day counts, whatever the week says
   */
  WorkingDayCount(Set<DayOfWeek> weekdays, Map<Long, Boolean> exceptions) {
    week =
        IntStream.range(0, DAYS).filter(i -> weekdays.contains(DayOfWeek.MONDAY.plus(i))).toArray();
    for (int day : week) {
      Arrays.setAll(inWeek, i -> inWeek[i] + (i >= day ? 1 : 0));
    }
    Map<Long, Boolean> rising = new TreeMap<>(exceptions);
    rising.entrySet().removeIf(it -> it.getValue() == isRegular(it.getKey()));
    deviations = rising.keySet().stream().mapToLong(Long::longValue).toArray();
    sums = new int[deviations.length + 1];
    counts = new long[deviations.length];
    for (int i = 0; i < deviations.length; i++) {
      sums[i + 1] = sums[i] + (isRegular(deviations[i]) ? -1 : 1);
      counts[i] = regular(deviations[i]) + sums[i + 1];
    }
  }

  private boolean isRegular(long day) {
    return regular(day) > regular(day - 1);
  }

  private long regular(long day) {
    long sinceMonday = day + SINCE_MONDAY;
    return floorDiv(sinceMonday, DAYS) * week.length + inWeek[floorMod(sinceMonday, DAYS)];
  }

  @Override
  public long upTo(long day) {
    return regular(day) + sums[firstNotBelow(deviations, day + 1)];
  }

  @Override
  public long nth(long number) {
    int next = firstNotBelow(counts, number);
    long regular = number - sums[next] - 1;
    long day = floorDiv(regular, week.length) * DAYS + week[floorMod(regular, week.length)];
    long found = day - SINCE_MONDAY;
    // The next deviation may be the very day, where the week would have had a later one.
    return next < deviations.length ? Math.min(found, deviations[next]) : found;
  }

  /** The index of the first value that is at least this; the values never fall. */
  private static int firstNotBelow(long[] values, long least) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
