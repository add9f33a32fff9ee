package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.Clock.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * When the clocks that run from receipt start: at the portal's time, even when the case came to us
 * later; at its arrival, with a mark, where the portal's time cannot be believed. Never later than
 * the arrival, so that the portal's clock may be ahead of ours by a little.
 *
 * @param mark why it starts at the arrival; empty for an ordinary start
 */
public record CaseStart(Instant at, Optional<Mark> mark) {
  /** So far the portal's clock may be ahead of ours. */
  static final Duration AHEAD_MAX = Duration.ofMinutes(5);

  /** The portal did not exist before 2012; the beginning of that year in its zone (WIB). */
  static final Instant EARLIEST = Instant.parse("2011-12-31T17:00:00Z");

  /**
   * Decides the start.
   *
   * @param portalTime when the portal says that it received the complaint; empty if it says nothing
   *     that can be read, such as a time without a zone
   * @param arrival when the complaint first came to this connector
   */
  public static CaseStart of(Optional<Instant> portalTime, Instant arrival) {
    if (portalTime.isEmpty()) {
      return new CaseStart(arrival, Optional.of(Mark.START_MISSING));
    }
    Instant at = portalTime.get();
    if (at.isAfter(arrival.plus(AHEAD_MAX))) {
      return new CaseStart(arrival, Optional.of(Mark.START_IN_FUTURE));
    }
    if (at.isBefore(EARLIEST)) {
      return new CaseStart(arrival, Optional.of(Mark.START_TOO_EARLY));
    }
    return new CaseStart(at.isAfter(arrival) ? arrival : at, Optional.empty());
  }

  /** The event to record. */
  public Occurrence received() {
    return new Occurrence(
        CaseEvent.RECEIVED, at, Optional.empty(), mark.map(Mark::name).orElse(""), "");
  }

  /** The mark that {@link #received()} left in an event. */
  static Optional<Mark> markOf(Occurrence event) {
    return event.event() == CaseEvent.RECEIVED
        ? Arrays.stream(Mark.values())
            .filter(mark -> mark.name().equals(event.detail()))
            .findFirst()
        : Optional.empty();
  }
}
