package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one case is followed by its number (portal-wire 2.10), and whether the portal still has it.
 *
 * @param dueAt when it is to be read next; {@link #NEVER} for no more
 * @param every the pause that led to {@code dueAt}, before chance
 * @param absentSince when the portal first said that it has no such complaint, as long as it says
 *     so
 */
public record Follow(
    TrackingId complaint,
    Phase phase,
    Instant dueAt,
    Duration every,
    Optional<Instant> absentSince) {
  public static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** What it is followed for. */
  public enum Phase {
    /** Something may happen at any time: often after a change, ever more rarely without one. */
    OPEN,
    /** Closed: read once more when its window has passed, since it may have been opened again. */
    CLOSED,
    /** That one reading is under way. */
    LAST,
    /** Read no more, unless the portal tells something of it. */
    ENDED,
    /** The portal has it no more (F60): the case stays, and nothing goes out for it. */
    GONE
  }
}
