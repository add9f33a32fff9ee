package id.aduan.lapor.sync;

import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.privacy.SmsSecrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a report by SMS 1708 has come, as its reporter is told by SMS (SMS-01 to SMS-05). The
 * portal sends those messages; here the stages are derived from the case. Pure.
 */
public final class SmsStages {
  private SmsStages() {}

  /** The stages, in their order. */
  public enum Stage {
    /** The portal has it (SMS-02). */
    ACCEPTED,
    /** It was given to an agency (SMS-03). */
    ASSIGNED,
    /** An answer stands on the portal (SMS-04). */
    ANSWERED,
    /** The portal has closed it (SMS-05). */
    FINISHED
  }

  /** A stage, and since when. */
  public record Reached(Stage stage, Instant at) {}

  /** The stages that a case has reached; none for a report that came by another channel. */
  public static List<Reached> of(CaseRecord record, List<Occurrence> events) {
    if (!SmsSecrets.isSms(record.complaint().channel())) {
      return List.of();
    }
    List<Reached> reached = new ArrayList<>();
    Instant received = record.complaint().receivedAt().orElse(record.firstSeenAt());
    reached.add(new Reached(Stage.ACCEPTED, received));
    first(events, CaseEvent.ROUTED).ifPresent(at -> reached.add(new Reached(Stage.ASSIGNED, at)));
    first(events, CaseEvent.ANSWERED).ifPresent(at -> reached.add(new Reached(Stage.ANSWERED, at)));
    closed(events).ifPresent(at -> reached.add(new Reached(Stage.FINISHED, at)));
    return List.copyOf(reached);
  }

  private static Optional<Instant> first(List<Occurrence> events, CaseEvent event) {
    return events.stream().filter(each -> each.event() == event).map(Occurrence::at).findFirst();
  }

  /** Since when it has been closed, unless it was opened again. */
  private static Optional<Instant> closed(List<Occurrence> events) {
    Optional<Instant> closed = Optional.empty();
    for (Occurrence each : events) {
      if (each.event() == CaseEvent.CLOSED) {
        closed = Optional.of(each.at());
      } else if (each.event() == CaseEvent.REOPENED) {
        closed = Optional.empty();
      }
    }
    return closed;
  }
}
