package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.portal.PortalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the portal's entries tell the clocks of a case, which its status dates less well or not at
 * all. Pure. An entry that tells of nothing later than is known already makes no event, so that
 * status and entries together tell each thing once, whichever comes first.
 */
final class EntryEvents {
  /** The detail of an event that an entry told. */
  static final String TOLD = "entry";

  private EntryEvents() {}

  /** An entry that can bear on clocks. */
  record Dated(CaseEvent event, Instant at) {}

  /**
   * What an entry tells: a reply of the reporter, or an answer that was typed into the portal.
   *
   * @param ours whether our own institution gave it; another's answer ends no clock of ours
   */
  static Optional<Dated> dated(PortalEntry entry, boolean ours) {
    Optional<CaseEvent> event =
        switch (entry.kind()) {
          case REPORTER_REPLY -> Optional.of(CaseEvent.REPORTER_REPLIED);
          case ANSWER -> ours ? Optional.of(CaseEvent.ANSWERED) : Optional.empty();
          case DISPOSITION, STATUS, UNTYPED -> Optional.empty();
        };
    return event.flatMap(what -> entry.at().map(at -> new Dated(what, at)));
  }

  /**
   * The events that are new.
   *
   * @param started when the case began; what is told from before or from the future is not believed
   */
  static List<Occurrence> of(
      List<Dated> entries,
      List<Occurrence> before,
      Optional<AgencyCode> agency,
      Instant started,
      Instant now) {
    List<Occurrence> all = new ArrayList<>(before);
    for (Dated each : entries) {
      boolean believed = !each.at().isBefore(started) && !each.at().isAfter(now);
      boolean known =
          all.stream()
              .anyMatch(other -> other.event() == each.event() && !other.at().isBefore(each.at()));
      if (believed && !known) {
        all.add(new Occurrence(each.event(), each.at(), agency, TOLD, ""));
      }
    }
    return List.copyOf(all.subList(before.size(), all.size()));
  }
}
