package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.Follow.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides when a case is read next. Pure but for chance, which keeps cases that changed together
 * from being read together: every pause is its length, give or take a fifth.
 */
record FollowPlan(FollowSettings settings, RandomGenerator chance) {
  private static final int SPREAD = 5;

  /** Something is new about the case, which stands here now. */
  Follow changed(TrackingId id, Stage stage, Instant now) {
    if (!settings.on()) {
      return ended(id);
    }
    return isOver(stage)
        ? next(id, Phase.CLOSED, settings.closedAfter(), now)
        : next(id, Phase.OPEN, settings.hot(), now);
  }

  /** A case that nothing is known of: read some time within the longest pause. */
  Follow adopted(TrackingId id, Stage stage, Instant now) {
    Duration longest = isOver(stage) ? settings.closedAfter() : settings.quiet();
    Instant due = now.plusMillis(chance.nextLong(longest.toMillis() + 1));
    Phase phase = isOver(stage) ? Phase.CLOSED : Phase.OPEN;
    return new Follow(id, phase, due, settings.quiet(), Optional.empty());
  }

  /** It was read, and nothing was new. */
  Follow unchanged(Follow before, Instant now) {
    TrackingId id = before.complaint();
    return switch (before.phase()) {
      case OPEN -> settings.on() ? next(id, Phase.OPEN, doubled(before.every()), now) : ended(id);
      case CLOSED -> settings.on() ? stillClosed(before, now) : ended(id);
      case LAST, ENDED -> ended(id);
      case GONE -> new Follow(id, Phase.GONE, Follow.NEVER, before.every(), Optional.empty());
    };
  }

  /**
   * Where it was said to be missing, what it was next due for was that: its last look waits anew.
   */
  private Follow stillClosed(Follow before, Instant now) {
    return before.absentSince().isPresent()
        ? next(before.complaint(), Phase.CLOSED, settings.closedAfter(), now)
        : before;
  }

  /** It is being asked for: should nothing come of it, it is asked for again after a pause. */
  Follow asked(Follow before, Instant now) {
    return switch (before.phase()) {
      // Whether the portal still has it is not its last look.
      case CLOSED ->
          before.absentSince().isPresent()
              ? again(before, Phase.CLOSED, settings.absentFor(), now)
              : again(before, Phase.LAST, settings.hot(), now);
      case LAST -> again(before, Phase.LAST, settings.hot(), now);
      case OPEN -> again(before, Phase.OPEN, before.every(), now);
      case ENDED, GONE -> again(before, before.phase(), settings.absentFor(), now);
    };
  }

  private Follow again(Follow before, Phase phase, Duration pause, Instant now) {
    Instant due = now.plus(spread(pause));
    return new Follow(before.complaint(), phase, due, before.every(), before.absentSince());
  }

  /** The portal says that it has no such complaint: that is looked into again. */
  Follow absent(TrackingId id, Optional<Follow> before, Instant now) {
    Follow known = before.orElse(ended(id));
    Instant due = now.plus(settings.absentFor()).plus(spread(settings.hot()));
    Optional<Instant> since = known.absentSince().or(() -> Optional.of(now));
    return new Follow(id, known.phase(), due, known.every(), since);
  }

  /**
   * Whether what the portal says of a complaint that it has no more is to be believed: it has said
   * so for long enough, and could tell of others since then. A wrong address in front of all
   * complaints deletes none.
   *
   * @param toldOfOthers when a complaint was last read
   */
  boolean isGone(Follow follow, Optional<Instant> toldOfOthers, Instant now) {
    return follow
        .absentSince()
        .filter(since -> !since.plus(settings.absentFor()).isAfter(now))
        .filter(since -> toldOfOthers.filter(since::isBefore).isPresent())
        .isPresent();
  }

  static Follow gone(Follow before) {
    return new Follow(
        before.complaint(), Phase.GONE, Follow.NEVER, before.every(), before.absentSince());
  }

  private static Follow ended(TrackingId id) {
    return new Follow(id, Phase.ENDED, Follow.NEVER, Duration.ZERO, Optional.empty());
  }

  private Follow next(TrackingId id, Phase phase, Duration every, Instant now) {
    return new Follow(id, phase, now.plus(spread(every)), every, Optional.empty());
  }

  private Duration doubled(Duration every) {
    Duration twice = every.multipliedBy(2);
    Duration least = twice.compareTo(settings.hot()) < 0 ? settings.hot() : twice;
    return least.compareTo(settings.quiet()) > 0 ? settings.quiet() : least;
  }

  private Duration spread(Duration pause) {
    long fifth = pause.toMillis() / SPREAD;
    return pause.minusMillis(fifth).plusMillis(chance.nextLong(2 * fifth + 1));
  }

  /** Whether nothing more is expected, until somebody opens it again. */
  static boolean isOver(Stage stage) {
    return switch (stage) {
      case CLOSED, ARCHIVED, REJECTED, BLOCKED -> true;
      case UNVERIFIED, WAITING_FOR_REPORTER, VERIFIED, IN_PROGRESS, REPORTER_REPLIED, UNKNOWN ->
          false;
    };
  }
}
