package id.aduan.lapor.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Something that is to run at every interval, counted from 1970: all nodes name the same slots,
 * whenever each of them was started (C16).
 *
 * @param every between two slots; from a millisecond to {@link #EVERY_MAX}
 * @param catchUp what becomes of slots that nobody took in time
 */
public record Schedule(String name, Duration every, CatchUp catchUp) {
  public static final Duration EVERY_MAX = Duration.ofDays(366);

  /** How many slots are made up for at once; with {@link CatchUp#ALL} the rest follows. */
  public static final int CATCH_UP_MAX = 100;

  /** With {@link CatchUp#NONE}, how late a slot may still be run. */
  public static final Duration LATE_MAX = Duration.ofMinutes(1);

  public static final Duration DEADLINES_EVERY = Duration.ofSeconds(10);

  /** How often it is looked what is to be asked of the portal. */
  public static final Duration PORTAL_CARE_EVERY = Duration.ofSeconds(10);

  private static final Duration KEPT_MIN = Duration.ofDays(2);
  private static final int SLOTS_KEPT_MIN = 3;

  /** What becomes of slots that passed while no node was there to take them. */
  public enum CatchUp {
    /** However many passed, one run makes up for them. */
    ONE,
    /** Each is run, the oldest first. */
    ALL,
    /** They are left out; the next one is run when its time comes. */
    NONE
  }

  /**
   * Refuses what no clock can keep.
   *
   * @throws IllegalArgumentException for an interval out of bounds
   */
  public Schedule {
    if (every.toMillis() < 1 || every.compareTo(EVERY_MAX) > 0) {
      throw new IllegalArgumentException(
          "a schedule's interval is from PT0.001S to %s: %s".formatted(EVERY_MAX, every));
    }
  }

  /** How the poll of a far end is scheduled: one poll reads whatever there is by then. */
  public static Schedule ofPoll(String farEnd, Duration every) {
    return new Schedule("poll." + farEnd, every, CatchUp.ONE);
  }

  /** How the clocks of cases are looked after: what is due by then is done. */
  public static Schedule ofDeadlines() {
    return ofPoll(Targets.DEADLINES, DEADLINES_EVERY);
  }

  /** How complaints are followed and compared: what is due by then is done. */
  public static Schedule ofPortalCare() {
    return ofPoll(Targets.PORTAL_CARE, PORTAL_CARE_EVERY);
  }

  /** The slot that an instant falls into. */
  public Instant slotOf(Instant now) {
    return Instant.ofEpochMilli(number(now) * every.toMillis());
  }

  /** The first slot after an instant. */
  public Instant next(Instant now) {
    return slotOf(now).plusMillis(every.toMillis());
  }

  /**
   * Which slots are to be run now, the oldest first. A clock that jumped back finds slots that are
   * taken, and runs none of them again; one that jumped ahead runs what {@code catchUp} says.
   *
   * @param newest the newest slot at or before now that any node took
   */
  public List<Instant> due(Optional<Instant> newest, Instant now) {
    Instant current = slotOf(now);
    if (newest.filter(taken -> !taken.isBefore(current)).isPresent()) {
      return List.of();
    }
    return switch (catchUp) {
      case ONE -> List.of(current);
      case NONE ->
          Duration.between(current, now).compareTo(LATE_MAX) > 0 ? List.of() : List.of(current);
      case ALL -> all(newest.map(this::next).orElse(current), now);
    };
  }

  private List<Instant> all(Instant first, Instant now) {
    return LongStream.rangeClosed(number(first), number(now))
        .limit(CATCH_UP_MAX)
        .mapToObj(number -> Instant.ofEpochMilli(number * every.toMillis()))
        .toList();
  }

  /** Which slots may be forgotten once this one is taken. */
  Instant keptFrom(Instant slot) {
    Duration some = every.multipliedBy(SLOTS_KEPT_MIN);
    return slot.minus(some.compareTo(KEPT_MIN) > 0 ? some : KEPT_MIN);
  }

  private long number(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli(), every.toMillis());
  }
}
