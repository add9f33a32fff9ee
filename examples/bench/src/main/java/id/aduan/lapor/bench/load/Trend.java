package id.aduan.lapor.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a series of values grows: the test of Mann and Kendall, which asks nothing of how values
 * are spread, and the slope of Sen, the median of those of all pairs.
 *
 * @param z how far the count of rising pairs is from chance, in standard deviations
 * @param slopePerHour of the values
 * @param middle the median of the values
 * @param hours from the first to the last of them
 */
record Trend(double z, double slopePerHour, double middle, double hours) {
  /** One in a hundred series without a trend is as far from chance as this. */
  private static final double SURE = 2.33;

  static final int POINTS_MIN = 4;
  private static final int POINTS_MAX = 1_500;

  /** A value and when it was read. */
  record Point(double hours, double value) {}

  static Trend of(List<Point> all) {
    List<Point> points = thinned(all);
    int n = points.size();
    if (n < POINTS_MIN) {
      throw new IllegalArgumentException("a trend needs " + POINTS_MIN + " values, not " + n);
    }
    double[] slopes = new double[n * (n - 1) / 2];
    long rising = 0;
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double rise = points.get(j).value() - points.get(i).value();
        rising += (long) Math.signum(rise);
        slopes[pair++] = rise / (points.get(j).hours() - points.get(i).hours());
      }
    }
    double[] values = points.stream().mapToDouble(Point::value).toArray();
    double deviation = Math.sqrt(variance(values));
    double z = deviation == 0 ? 0 : (rising - Math.signum((double) rising)) / deviation;
    return new Trend(
        z, median(slopes), median(values), points.get(n - 1).hours() - points.get(0).hours());
  }

  /** So that hours of many values are not compared pair by pair for minutes. */
  private static List<Point> thinned(List<Point> all) {
    int each = (all.size() + POINTS_MAX - 1) / POINTS_MAX;
    return each <= 1
        ? all
        : IntStream.range(0, all.size() / each).mapToObj(i -> all.get(i * each)).toList();
  }

  /** Of the count of rising pairs, with groups of equal values. */
  private static double variance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double sum = n * (n - 1) * (2 * n + 5);
    for (int i = 0; i < sorted.length; ) {
      int next = i;
      while (next < sorted.length && sorted[next] == sorted[i]) {
        next++;
      }
      double equal = next - i;
      sum -= equal * (equal - 1) * (2 * equal + 5);
      i = next;
    }
    return sum / 18;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** By how much it rose from the first value to the last. */
  double rise() {
    return slopePerHour * hours;
  }

  /**
   * Whether it grows by more than is allowed, and not by chance.
   *
   * @param perHour share of the median that an hour may add
   * @param share of the median that it may rise in all: in a short time less cannot be told from
   *     how a process settles
   * @param least a rise in all that is always allowed
   */
  boolean grows(double perHour, double share, double least) {
    double allowed = Math.max(least, middle * Math.max(perHour * hours, share));
    return z > SURE && rise() > allowed;
  }
}
