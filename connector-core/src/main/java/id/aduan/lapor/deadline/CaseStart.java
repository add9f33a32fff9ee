package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.Clock.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the clocks of a case start: at the portal's time, also where we received the case later; at
 * the receipt where that time cannot be believed.
 *
 * @param mark why it is not the portal's time; empty where it is
 */
public record CaseStart(Instant at, Optional<Mark> mark) {
  private static final Duration AHEAD_MAX = Duration.ofMinutes(5);
  private static final Instant PORTAL_BEGINS = Instant.parse("2012-01-01T00:00:00Z");

  public static CaseStart of(Optional<Instant> portalTime, Instant arrival) {
    if (portalTime.isEmpty()) {
      return new CaseStart(arrival, Optional.of(Mark.START_MISSING));
    }
    Instant at = portalTime.get();
    if (at.isAfter(arrival.plus(AHEAD_MAX))) {
      return new CaseStart(arrival, Optional.of(Mark.START_IN_FUTURE));
    }
    return at.isBefore(PORTAL_BEGINS)
        ? new CaseStart(arrival, Optional.of(Mark.START_TOO_EARLY))
        : new CaseStart(at, Optional.empty());
  }
}
