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
 * What an agency's status says of its leg of a case. How far it is the agency alone says, at any
 * time; what it says when it has the case no more gives nothing back, ends no clock and stays in
 * the history (C13). Of two changes the later one by the agency's own clock counts, in whatever
 * order they come (F62). Safe for use by many threads.
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
    Optional<Leg> leg = CaseLegs.find(legs, agency, of.leg());
    boolean has = leg.filter(Leg::isOpen).isPresent() && leg.equals(CaseLegs.newest(legs, agency));
    if (!has) {
      late(tx, agency, of, change, now);
    }
    if (leg.isEmpty() || change.status().isBlank()) {
      return has ? Standing.CURRENT : Standing.LATE;
    }
    Handling handling = rules.handling(leg.get(), change.status(), now);
    if (leg.get().isOlderThan(said(change))) {
      Leg newer = leg.get().handled(handling, change.status().strip(), said(change));
      if (has) {
        moved(tx, legs, newer, change, now);
      } else {
        // How far it is stays the agency's own to say; what became of the case does not change.
        store.legs().save(tx, newer);
      }
    }
    return !has
        ? Standing.LATE
        : handling == Handling.RETURNED ? Standing.RETURNED : Standing.CURRENT;
  }

  private static Said said(TicketChange change) {
    return new Said(change.changedAt(), change.id());
  }

  private void moved(Tx tx, List<Leg> before, Leg said, TicketChange change, Instant now) {
    if (said.handling() == Handling.RETURNED) {
      Leg newer = said.returned();
      store.legs().save(tx, newer);
      giveBack(tx, newer.agency(), newer.complaint(), change, now);
    } else {
      Leg newer = said.active();
      store.legs().save(tx, newer);
      // Its system says something else by now: it has the case after all.
      store.returns().settle(tx, said.complaint(), said.agency(), now);
      joined(tx, before, newer, now);
    }
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

  /** The others waited only because this one, which has answered, had given it back. */
  private void joined(Tx tx, List<Leg> before, Leg newer, Instant now) {
    if (before.size() > 1
        && !CaseLegs.isAnswered(before)
        && CaseLegs.isAnswered(CaseLegs.with(before, newer))) {
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
