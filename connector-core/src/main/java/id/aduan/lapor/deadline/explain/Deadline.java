package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Office;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clock of a case with all that it was computed by, as it stands at a moment. Holds no personal
 * data but what an operator may have written as a reason.
 *
 * @param rule of the version that the clock names
 * @param office of the handling agency, with the calendar that the clock's due date names
 * @param asOf the moment that the state is told for
 */
public record Deadline(
    CaseClocks complaint, Clock clock, ClockRule rule, Office office, Instant asOf) {

  /** Why it ends when it ends, in Bahasa Indonesia. */
  public Explanation explanation() {
    return explanation(Language.ID);
  }

  /** Why it ends when it ends. */
  public Explanation explanation(Language language) {
    return new Explainer(this, Words.of(language)).explanation();
  }

  /** Until when it counted: its end, or the moment that it is told for. */
  Instant countedUntil() {
    return clock.endedAt().orElse(asOf);
  }

  /** Whole units of the limit that are used up. */
  public int used() {
    return new Usage(clock, office).between(clock.startedAt(), countedUntil());
  }

  /** The shares of those who had the case while it counted, in their order. */
  public List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    Optional<AgencyCode> holder = Optional.empty();
    Instant since = clock.startedAt();
    for (Occurrence event : complaint.events()) {
      Optional<AgencyCode> next = holderAfter(event, holder);
      if (next.equals(holder) || event.at().isAfter(countedUntil())) {
        continue;
      }
      if (event.at().isAfter(since)) {
        legs.add(leg(holder, since, Optional.of(event.at())));
        since = event.at();
      }
      holder = next;
    }
    legs.add(leg(holder, since, Optional.empty()));
    return List.copyOf(legs);
  }

  private static Optional<AgencyCode> holderAfter(Occurrence event, Optional<AgencyCode> holder) {
    if (event.event() == CaseEvent.ROUTED) {
      return event.agency();
    }
    return event.event() == CaseEvent.RETURNED ? Optional.empty() : holder;
  }

  private Leg leg(Optional<AgencyCode> agency, Instant from, Optional<Instant> until) {
    int counted = new Usage(clock, office).between(from, until.orElse(countedUntil()));
    return new Leg(agency, from, until, counted);
  }
}
