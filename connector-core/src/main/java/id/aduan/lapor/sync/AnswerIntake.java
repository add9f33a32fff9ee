package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.ChangePage.Unreadable;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Quarantine.Item;
import id.aduan.lapor.sync.WrittenPieces.Sifted;
import java.time.Instant;
import java.util.List;
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
  private final LegNews news;
  private final AnswerGate gate;
  private final Coordination coordination;

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
    this.news = new LegNews(store, timekeeper, rules);
    this.coordination = new Coordination(store, notices);
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
    Optional<Reference> leg = legOf(tx, agency, change);
    if (leg.isEmpty()) {
      keepIfOurs(tx, agency, change, now);
      return;
    }
    Item item = new Item(source, change.id(), ModelJson.write(change), now);
    String hash = Digests.of(item.raw());
    Receipt receipt = new Receipt(item.reference(), false, "", hash);
    store
        .inbox()
        .add(
            tx,
            new Arrival(
                source,
                change.id(),
                now,
                item.raw(),
                hash,
                receipt,
                leg.map(Reference::complaint)));
    tell(tx, agency, leg.get(), change, now);
  }

  /**
   * Applies a change that was set aside and is marked as used in this transaction.
   *
   * @return false if no complaint is meant by it
   */
  boolean applyKept(Tx tx, AgencyCode agency, TicketChange change, Instant now) {
    Optional<Reference> leg = legOf(tx, agency, change);
    leg.ifPresent(of -> tell(tx, agency, of, change, now));
    return leg.isPresent();
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
    if (store.unclaimed().isEmpty(tx)) {
      return; // as nearly always, and this is asked at each ticket
    }
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
  private Optional<Reference> legOf(Tx tx, AgencyCode agency, TicketChange change) {
    Optional<Reference> linked = store.links().legOf(tx, new AgencyTicket(agency, change.ticket()));
    return linked.isPresent() ? linked : byReference(tx, agency, change.reference());
  }

  private Optional<Reference> byReference(Tx tx, AgencyCode agency, String text) {
    try {
      return Optional.of(Reference.parse(text))
          .filter(
              reference ->
                  store
                      .complaints()
                      .find(tx, reference.complaint())
                      .map(record -> new CaseLegs(store).of(tx, record))
                      .flatMap(legs -> CaseLegs.find(legs, agency, reference.leg()))
                      .isPresent());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void tell(Tx tx, AgencyCode agency, Reference leg, TicketChange told, Instant now) {
    TrackingId complaint = leg.complaint();
    Sifted sifted = WrittenPieces.sift(store.echoes().of(tx, agency, leg), told, now);
    sifted.ledger().ifPresent(ledger -> store.echoes().save(tx, ledger));
    if (sifted.isEcho()) {
      audit(tx, now, agency, Action.ECHO, complaint, "change " + told.id());
    }
    if (sifted.isNothing()) {
      return;
    }
    TicketChange change = sifted.change();
    notices.acted(tx, complaint, agency, now);
    boolean waited = coordination.isReturned(tx, complaint, agency, change);
    LegNews.Standing standing = news.apply(tx, agency, leg, change, now);
    if (!change.status().isBlank()) {
      boolean returned = standing == LegNews.Standing.RETURNED && !waited;
      coordination.said(tx, complaint, returned, now);
    }
    boolean hasText = !change.text().isBlank();
    String what =
        "change " + change.id() + (change.status().isEmpty() ? "" : ", status " + change.status());
    if (hasText && change.isPublic()) {
      boolean ask = standing != LegNews.Standing.CURRENT || sifted.isDoubtful();
      gate.take(tx, answer(tx, agency, leg, change), ask, now);
      String whose = sifted.isDoubtful() ? ", the same as was written into its ticket" : "";
      audit(tx, now, agency, Action.ANSWER_RECEIVED, complaint, what + whose);
    } else if (hasText) {
      audit(tx, now, agency, Action.NOTE_KEPT_BACK, complaint, what);
    } else if (!change.status().isEmpty() && standing == LegNews.Standing.CURRENT) {
      audit(tx, now, agency, Action.AGENCY_STATUS, complaint, change.status());
    }
  }

  private FollowUp answer(Tx tx, AgencyCode agency, Reference leg, TicketChange change) {
    return new FollowUp(
        leg.complaint(),
        agency,
        change.id(),
        change.changedAt(),
        change.text(),
        change.attachments(),
        AnswerCase.of(store, tx, leg.complaint()).secret(),
        "",
        leg.leg(),
        List.of());
  }

  private void audit(
      Tx tx, Instant now, AgencyCode agency, Action action, TrackingId complaint, String detail) {
    store
        .audit()
        .append(tx, new AuditEntry(now, agency.value(), action, complaint.value(), detail));
  }
}
