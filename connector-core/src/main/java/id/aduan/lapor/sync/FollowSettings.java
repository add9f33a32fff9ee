package id.aduan.lapor.sync;

import java.time.Duration;

/**
 * How often known complaints are read again where the portal tells nothing by itself. The public
 * client of the portal asks every 3 hours (portal-wire 2.10); how often one may is not public.
 *
 * @param on whether cases are followed; what the portal may have deleted is looked into anyway
 * @param hot the first pause after something happened
 * @param quiet the longest pause: without a change each one is twice the last
 * @param closedAfter when a closed one is read once more: the window in which it may be opened
 *     again, and some days
 * @param absentFor how long the portal must have said that it has no such complaint, before it is
 *     believed (F60)
 * @param batchMax how many readings are asked for at once, every 10 seconds
 */
public record FollowSettings(
    boolean on,
    Duration hot,
    Duration quiet,
    Duration closedAfter,
    Duration absentFor,
    int batchMax) {
  public static final FollowSettings DEFAULT =
      new FollowSettings(
          true,
          Duration.ofMinutes(15),
          Duration.ofHours(12),
          Duration.ofDays(14),
          Duration.ofHours(1),
          50);

  /** Nothing is followed. */
  public static final FollowSettings OFF = DEFAULT.with(false);

  public FollowSettings {
    if (hot.toMillis() < 1 || absentFor.toMillis() < 1 || closedAfter.toMillis() < 1) {
      throw new IllegalArgumentException("a pause is at least 1 ms");
    }
    if (quiet.compareTo(hot) < 0) {
      throw new IllegalArgumentException(
          "pauses grow from hot to quiet: %s is more than %s".formatted(hot, quiet));
    }
    if (batchMax < 1) {
      throw new IllegalArgumentException("a batch is at least 1: " + batchMax);
    }
  }

  public FollowSettings with(boolean newOn) {
    return new FollowSettings(newOn, hot, quiet, closedAfter, absentFor, batchMax);
  }

  /** The same with smaller batches, if they are larger. */
  public FollowSettings upTo(long batch) {
    return new FollowSettings(
        on, hot, quiet, closedAfter, absentFor, (int) Math.max(1, Math.min(batch, batchMax)));
  }
}
