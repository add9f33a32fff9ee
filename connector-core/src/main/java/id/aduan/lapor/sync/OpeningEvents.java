package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseStart;
import id.aduan.lapor.deadline.Occurrence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** With what the clocks of a case begin. Pure. */
final class OpeningEvents {
  private OpeningEvents() {}

  /**
   * When the portal received it and when we did. A day of the incident that lies after the report
   * is a slip, and starts nothing.
   */
  static List<Occurrence> of(CaseRecord record) {
    Complaint complaint = record.complaint();
    CaseStart start = start(record);
    List<Occurrence> events = new ArrayList<>();
    complaint
        .incidentOn()
        .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
        .filter(at -> at.isBefore(start.at()))
        .ifPresent(at -> events.add(Occurrence.of(CaseEvent.SERVICE_RECEIVED, at)));
    events.add(start.received());
    Instant arrived = record.firstSeenAt().isBefore(start.at()) ? start.at() : record.firstSeenAt();
    events.add(Occurrence.of(CaseEvent.ARRIVED, arrived));
    return events;
  }

  static CaseStart start(CaseRecord record) {
    return CaseStart.of(record.complaint().receivedAt(), record.firstSeenAt());
  }
}
