package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a case, with the events that they were computed from. Holds no personal data.
 *
 * @param events in the order in which they happened; those of one instant in that of their record
 * @param clocks of a rule with several rounds each round, the last one last
 * @param basis the version of {@link Clockwork} that computed them
 */
public record CaseClocks(
    TrackingId complaint,
    CaseFacts facts,
    List<Occurrence> events,
    List<Clock> clocks,
    String basis) {

  public CaseClocks {
    events = List.copyOf(events);
    clocks = List.copyOf(clocks);
  }

  /** Whether any clock can still be missed. */
  public boolean isOpen() {
    return clocks.stream().anyMatch(clock -> clock.state().isOpen());
  }

  /** Whether other rules or calendars might change any of them: what ended stays as it is. */
  public boolean isRecountable() {
    return clocks.stream()
        .anyMatch(
            clock ->
                clock.state().isOpen()
                    || (clock.state() == Clock.State.REPLACED && clock.endedAt().isEmpty()));
  }

  /** When the next warning of any of them is due. */
  public Optional<Instant> nextAt() {
    return clocks.stream().flatMap(clock -> clock.nextAt().stream()).min(Comparator.naturalOrder());
  }

  /** The nearest end of a clock that runs for an office: those of others are nobody's lateness. */
  public Optional<Instant> dueAt() {
    return clocks.stream()
        .filter(clock -> clock.state() == Clock.State.RUNNING && clock.duty().isOffices())
        .map(clock -> clock.due().at())
        .min(Comparator.naturalOrder());
  }
}
