package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The events of a case that an earlier version kept no events of, read out of its story. Pure. What
 * only the portal's status told is not in it, but for where the case stands now.
 */
final class CaseHistory {
  private CaseHistory() {}

  /**
   * Reads it.
   *
   * @param now what the story tells of this moment is being told otherwise already
   */
  static List<Occurrence> of(CaseRecord record, List<AuditEntry> story, Instant now) {
    List<Occurrence> events = new ArrayList<>(OpeningEvents.of(record));
    Optional<AgencyCode> agency = record.assigned().map(CaseRecord.Assignment::agency);
    Instant before = now.truncatedTo(ChronoUnit.MILLIS);
    for (AuditEntry entry : story) {
      event(entry.action())
          .filter(event -> entry.at().isBefore(before))
          .ifPresent(event -> events.add(new Occurrence(event, entry.at(), agency, "", "")));
    }
    Instant latest =
        events.stream()
            .map(Occurrence::at)
            .max(Comparator.naturalOrder())
            .orElse(record.firstSeenAt());
    Instant told = record.updatedAt().filter(at -> at.isAfter(latest)).orElse(latest);
    for (CaseEvent event :
        StatusEvents.between(StatusEvents.Standing.NEW, record.complaint().status())) {
      events.add(Occurrence.of(event, told));
    }
    events.sort(Comparator.comparing(Occurrence::at));
    return List.copyOf(events);
  }

  private static Optional<CaseEvent> event(AuditEntry.Action action) {
    return switch (action) {
      case ROUTED -> Optional.of(CaseEvent.ROUTED);
      case TICKET_OPENED -> Optional.of(CaseEvent.DELIVERED);
      case FOLLOW_UP_PUBLISHED -> Optional.of(CaseEvent.ANSWERED);
      default -> Optional.empty();
    };
  }
}
