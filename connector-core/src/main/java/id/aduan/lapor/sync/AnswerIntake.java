package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.ChangePage.Unreadable;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Quarantine.Item;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a change of an agency's ticket: a public answer becomes a follow-up for the portal, a
 * case that is given back waits for the coordinator (CMP-07), anything else is only told in the
 * story of the case (D14). Safe for use by many threads.
 */
public final class AnswerIntake {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerIntake.class);

  /** The outbox operation that publishes an answer. */
  public static final String PUBLISH = "publish";

  private final CaseStore store;
  private final CaseNotices notices;
  private final Timekeeper timekeeper;
  private final AnswerRules rules;
  private final AnswerGate gate;

  /**
   * Makes an intake.
   *
   * @param rules what becomes of answers
   * @param wake called with the target after a commit that put something into the outbox for it;
   *     must not block
   */
  public AnswerIntake(
      CaseStore store,
      PortalWriter portal,
      CaseNotices notices,
      Timekeeper timekeeper,
      AnswerRules rules,
      Consumer<String> wake) {
    this.store = store;
    this.notices = notices;
    this.timekeeper = timekeeper;
    this.rules = rules;
    this.gate = new AnswerGate(store, portal, rules.replies(), wake);
  }

  /**
   * Applies one change. One of a ticket that is no complaint's is passed over, or kept while it may
   * turn out to be one's.
   */
  void apply(Tx tx, AgencyCode agency, TicketChange change, Instant now) {
    String source = "agency." + agency;
    if (store.inbox().find(tx, source, change.id()).isPresent()) {
      return;
    }
    Optional<TrackingId> complaint = complaintOf(tx, agency, change);
    if (complaint.isEmpty()) {
      keepIfOurs(tx, agency, change, now);
      return;
    }
    Item item = new Item(source, change.id(), ModelJson.write(change), now);
    String hash = Digests.of(item.raw());
    Receipt receipt = new Receipt(item.reference(), false, "", hash);
    store
        .inbox()
        .add(tx, new Arrival(source, change.id(), now, item.raw(), hash, receipt, complaint));
    tell(tx, agency, complaint.get(), change, now);
  }

  /**
   * Applies a change that was set aside and is marked as used in this transaction.
   *
   * @return false if no complaint is meant by it
   */
  boolean applyKept(Tx tx, AgencyCode agency, TicketChange change, Instant now) {
    Optional<TrackingId> complaint = complaintOf(tx, agency, change);
    complaint.ifPresent(id -> tell(tx, agency, id, change, now));
    return complaint.isPresent();
  }

  /** A ticket whose number we were not told can only be meant where no reference says otherwise. */
  private void keepIfOurs(Tx tx, AgencyCode agency, TicketChange change, Instant now) {
    if (change.reference().isBlank()
        && store.outbox().mayBeArriving(tx, agency.value(), ComplaintIntake.OPEN)) {
      store.unclaimed().add(tx, agency, change, now);
    }
  }

  /** Applies what was kept for a ticket that is a complaint's now. */
  void claim(Tx tx, AgencyTicket ticket, Instant now) {
    for (TicketChange change : store.unclaimed().take(tx, ticket)) {
      apply(tx, ticket.agency(), change, now);
    }
    if (!store.outbox().mayBeArriving(tx, ticket.agency().value(), ComplaintIntake.OPEN)) {
      store.unclaimed().forget(tx, ticket.agency());
    }
  }

  /** Keeps a change that could not be applied, so that the ones after it are not held up. */
  void setAside(Tx tx, AgencyCode agency, TicketChange change, Instant now) {
    new Quarantine(store)
        .keep(
            tx,
            new Item("agency." + agency, change.id(), ModelJson.write(change), now),
            "processing.failed");
  }

  /**
   * Keeps a change that could not be read. Told again, it has the same id and is not kept twice.
   */
  void setAside(Tx tx, AgencyCode agency, Unreadable change, Instant now) {
    Item item = new Item("agency." + agency, Digests.of(change.raw()), change.raw(), now);
    Quarantine quarantine = new Quarantine(store);
    if (!quarantine.isKept(tx, item)) {
      LOG.warn("a change of {} {} and is set aside", agency, change.reason());
      quarantine.keep(tx, item, "change.unreadable");
    }
  }

  /** Tickets that people of the agency opened themselves are none of ours: they are passed over. */
  private Optional<TrackingId> complaintOf(Tx tx, AgencyCode agency, TicketChange change) {
    Optional<TrackingId> linked =
        store.links().complaintOf(tx, new AgencyTicket(agency, change.ticket()));
    return linked.isPresent() ? linked : byReference(tx, agency, change.reference());
  }

  private Optional<TrackingId> byReference(Tx tx, AgencyCode agency, String reference) {
    try {
      return Optional.of(TrackingId.parse(reference))
          .filter(
              id ->
                  store
                      .complaints()
                      .find(tx, id)
                      .flatMap(CaseRecord::assigned)
                      .filter(assigned -> assigned.agency().equals(agency))
                      .isPresent());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void tell(
      Tx tx, AgencyCode agency, TrackingId complaint, TicketChange change, Instant now) {
    notices.acted(tx, complaint, agency, now);
    boolean hasText = !change.text().isBlank();
    String what =
        "change " + change.id() + (change.status().isEmpty() ? "" : ", status " + change.status());
    boolean returned = rules.isReturned(agency, change.status());
    if (returned) {
      giveBack(tx, agency, complaint, change, now);
    } else if (!change.status().isBlank()) {
      // Its system says something else by now: it has the case after all.
      store.returns().settle(tx, complaint, agency, now);
    }
    if (hasText && change.isPublic()) {
      boolean ask = returned || isOthers(tx, agency, complaint);
      gate.take(tx, answer(tx, agency, complaint, change), ask, now);
      audit(tx, now, agency, Action.ANSWER_RECEIVED, complaint, what);
    } else if (hasText) {
      audit(tx, now, agency, Action.NOTE_KEPT_BACK, complaint, what);
    } else if (!change.status().isEmpty() && !returned) {
      audit(tx, now, agency, Action.AGENCY_STATUS, complaint, change.status());
    }
  }

  /**
   * It waits for the coordinator, once however often it is told, and its clocks run on: nothing
   * goes back on the portal by itself (CMP-07).
   */
  private void giveBack(
      Tx tx, AgencyCode agency, TrackingId complaint, TicketChange change, Instant now) {
    if (!store.returns().isWaiting(tx, complaint, agency)) {
      store.returns().add(tx, complaint, agency, change, now);
      audit(tx, now, agency, Action.RETURNED, complaint, change.status());
      timekeeper.happened(tx, complaint, Occurrence.of(CaseEvent.RETURNED, now, agency), now);
    }
  }

  /** Whether another agency has the case, so that a person has to see what this one says of it. */
  private boolean isOthers(Tx tx, AgencyCode agency, TrackingId complaint) {
    try {
      return store
          .complaints()
          .find(tx, complaint)
          .flatMap(CaseRecord::assigned)
          .filter(assigned -> !assigned.agency().equals(agency))
          .isPresent();
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; an answer to it waits for a person", e.getMessage());
      return true;
    }
  }

  private FollowUp answer(Tx tx, AgencyCode agency, TrackingId complaint, TicketChange change) {
    return new FollowUp(
        complaint,
        agency,
        change.id(),
        change.changedAt(),
        change.text(),
        change.attachments(),
        AnswerCase.of(store, tx, complaint).secret(),
        "");
  }

  private void audit(
      Tx tx, Instant now, AgencyCode agency, Action action, TrackingId complaint, String detail) {
    store
        .audit()
        .append(tx, new AuditEntry(now, agency.value(), action, complaint.value(), detail));
  }
}
