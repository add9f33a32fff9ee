package id.aduan.lapor.sync;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Leg.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agency's status says of its leg of a case. The agency alone moves it, and only while it
 * has the case; what comes late stays in the history (C13). Of two changes the later one by the
 * agency's own clock counts, in whatever order they come. Safe for use by many threads.
 */
record LegNews(CaseStore store, Timekeeper timekeeper, AnswerRules rules) {
  private static final Logger LOG = LoggerFactory.getLogger(LegNews.class);

  /** How a change stands to its leg. */
  enum Standing {
    /** The agency has the case. */
    CURRENT,
    /** By this change it gives the case back. */
    RETURNED,
    /** It has the case no more, or goes on with it under another number. */
    LATE,
    /** Nobody can tell: the case is damaged. */
    UNREADABLE
  }

  /** Applies the status of a change. */
  Standing apply(Tx tx, AgencyCode agency, Reference of, TicketChange change, Instant now) {
    try {
      Optional<CaseRecord> record = store.complaints().find(tx, of.complaint());
      return record.isEmpty()
          ? unknown(tx, agency, of.complaint(), change, now)
          : known(tx, agency, of, new CaseLegs(store).of(tx, record.get()), change, now);
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; an answer to it waits for a person", e.getMessage());
      Standing unused = unknown(tx, agency, of.complaint(), change, now);
      return Standing.UNREADABLE;
    }
  }

  /** Of a case that cannot be read only that it is given back is kept. */
  private Standing unknown(
      Tx tx, AgencyCode agency, TrackingId id, TicketChange change, Instant now) {
    if (rules.isReturned(agency, change.status())) {
      giveBack(tx, agency, id, change, now);
      return Standing.RETURNED;
    }
    if (!change.status().isBlank()) {
      store.returns().settle(tx, id, agency, now);
    }
    return Standing.CURRENT;
  }

  private Standing known(
      Tx tx, AgencyCode agency, Reference of, List<Leg> legs, TicketChange change, Instant now) {
    Optional<Leg> found =
        CaseLegs.find(legs, agency, of.leg())
            .filter(Leg::isOpen)
            .filter(leg -> CaseLegs.newest(legs, agency).equals(Optional.of(leg)));
    if (found.isEmpty()) {
      late(tx, agency, of, change, now);
      return Standing.LATE;
    }
    String word = change.status().strip();
    if (word.isEmpty()) {
      return Standing.CURRENT;
    }
    Leg leg = found.get();
    Said said = new Said(change.changedAt(), change.id());
    Handling handling = rules.handling(leg, word, now);
    boolean returns = handling == Handling.RETURNED;
    if (leg.isOlderThan(said)) {
      Leg newer = (returns ? leg.returned() : leg.active()).handled(handling, word, said);
      store.legs().save(tx, newer);
      if (returns) {
        giveBack(tx, agency, of.complaint(), change, now);
        joined(tx, legs, newer, now);
      } else {
        // Its system says something else by now: it has the case after all.
        store.returns().settle(tx, of.complaint(), agency, now);
      }
    }
    return returns ? Standing.RETURNED : Standing.CURRENT;
  }

  /**
   * It waits for the coordinator, once however often it is told, and its clocks run on: nothing
   * goes back on the portal by itself (CMP-07).
   */
  private void giveBack(Tx tx, AgencyCode agency, TrackingId id, TicketChange change, Instant now) {
    if (!store.returns().isWaiting(tx, id, agency)) {
      store.returns().add(tx, id, agency, change, now);
      audit(tx, agency, Action.RETURNED, id, change.status(), now);
      timekeeper.happened(tx, id, Occurrence.of(CaseEvent.RETURNED, now, agency), now);
    }
  }

  /** The one that gave it back was the last that the others waited for. */
  private void joined(Tx tx, List<Leg> before, Leg newer, Instant now) {
    if (!CaseLegs.isAnswered(before) && CaseLegs.isAnswered(CaseLegs.with(before, newer))) {
      Occurrence answered = Occurrence.of(CaseEvent.ANSWERED, now, newer.agency());
      timekeeper.happened(tx, newer.complaint(), answered, now);
    }
  }

  private void late(Tx tx, AgencyCode agency, Reference of, TicketChange change, Instant now) {
    String status = change.status().isBlank() ? "" : ", status " + change.status();
    String what = "change " + change.id() + " of " + of + status;
    audit(tx, agency, Action.LATE_UPDATE, of.complaint(), what, now);
  }

  private void audit(
      Tx tx, AgencyCode agency, Action action, TrackingId id, String detail, Instant now) {
    store.audit().append(tx, new AuditEntry(now, agency.value(), action, id.value(), detail));
  }
}
