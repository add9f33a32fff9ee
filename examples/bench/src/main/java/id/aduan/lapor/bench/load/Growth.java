package id.aduan.lapor.bench.load;

import id.aduan.lapor.bench.load.Trend.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure of a process, read again and again, and whether it may be let grow. Not safe for use
 * by many threads.
 */
final class Growth {
  private static final double PER_HOUR = 0.01;
  private static final double SHARE = 0.03;

  private final String name;
  private final double least;
  private final List<Point> points = new ArrayList<>();

  /**
   * Begins one.
   *
   * @param least a rise over the whole time that is always allowed
   */
  Growth(String name, double least) {
    this.name = name;
    this.least = least;
  }

  String name() {
    return name;
  }

  void add(double hours, double value) {
    points.add(new Point(hours, value));
  }

  /** Whether it grew no more than it may; false as well when it was not read often enough. */
  boolean holds() {
    return points.size() >= Trend.POINTS_MIN && !Trend.of(points).grows(PER_HOUR, SHARE, least);
  }

  /** The median, the slope and how sure it is. */
  String told() {
    if (points.size() < Trend.POINTS_MIN) {
      return "read " + points.size() + " times only";
    }
    Trend trend = Trend.of(points);
    double share = trend.middle() == 0 ? 0 : 100 * trend.slopePerHour() / trend.middle();
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f) | %+.2f/h = %+.1f %%/h | %+.1f",
        trend.middle(),
        points.stream().mapToDouble(Point::value).min().orElse(0),
        points.stream().mapToDouble(Point::value).max().orElse(0),
        trend.slopePerHour(),
        share,
        trend.z());
  }
}
