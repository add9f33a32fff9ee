package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notices;
import id.aduan.lapor.notification.NotificationStores;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.Notifier;
import id.aduan.lapor.notification.Receipts;
import id.aduan.lapor.notification.Teguran;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells officials what concerns them, in the transaction of the thing itself, so that each thing is
 * told once (SOP-03, CMP-17). Safe for use by many threads.
 */
public final class CaseNotices {
  private static final int PASSED_PERCENT = 100;
  private static final Logger LOG = LoggerFactory.getLogger(CaseNotices.class);
  private static final String ACTOR = "engine";
  private final CaseStore store;
  private final Deadlines deadlines;
  private final Notices notices;
  private final Notifier notifier;
  private final Receipts receipts;
  private final Teguran teguran;

  /**
   * Makes it.
   *
   * @param wake called with the target after a commit that put something into the outbox for it;
   *     must not block
   */
  public CaseNotices(
      CaseStore store, Deadlines deadlines, Notifications how, Consumer<String> wake) {
    NotificationStores stores = stores(store);
    this.store = store;
    this.deadlines = deadlines;
    this.notices = new Notices(how.ladder());
    this.notifier =
        new Notifier(stores, how.directory(), how.wording(), how.messengers().keySet(), wake);
    this.receipts = new Receipts(stores);
    this.teguran = new Teguran(how.wording());
  }

  /** What notifications need of the store of cases. */
  public static NotificationStores stores(CaseStore store) {
    return new NotificationStores(store, store.outbox(), store.notifications(), store.audit());
  }

  /** A case was given to the agency that its clocks are held against; these are kept already. */
  void routed(Tx tx, CaseRecord record, CaseClocks clocks, Instant now) {
    Optional<AgencyCode> agency = clocks.facts().agency();
    if (agency.isPresent()) {
      long times =
          clocks.events().stream().filter(each -> each.event() == CaseEvent.ROUTED).count();
      given(
          tx, record, clocks, new Given(agency.get(), agency.get() + " " + times, times > 1), now);
    }
  }

  /** A leg of a case began, and the clocks of the case are kept already. */
  void routed(Tx tx, CaseRecord record, CaseClocks clocks, Leg leg, Instant now) {
    if (leg.lead() && leg.number() == 1) {
      routed(tx, record, clocks, now);
    } else {
      String occasion = leg.agency() + " leg " + leg.number();
      given(tx, record, clocks, new Given(leg.agency(), occasion, leg.number() > 1), now);
    }
  }

  /** An agency gave a case back, and is to have it all the same. */
  void left(Tx tx, CaseRecord record, CaseClocks clocks, Leg leg, Instant now) {
    String occasion = leg.agency() + " leg " + leg.number() + " left " + now;
    given(tx, record, clocks, new Given(leg.agency(), occasion, true), now);
  }

  /** To which agency, what tells this time from others, and whether one had it before. */
  private record Given(AgencyCode agency, String occasion, boolean again) {}

  private void given(Tx tx, CaseRecord record, CaseClocks clocks, Given to, Instant now) {
    Notice notice =
        Notices.newCase(
            clocks.complaint(),
            to.agency(),
            to.occasion(),
            to.again(),
            new Notices.Arrival(
                category(record),
                OpeningEvents.start(record).at(),
                office(Optional.of(to.agency())).zone()),
            nearest(clocks));
    int unused = notifier.notify(tx, notice, now);
  }

  /**
   * The reporter replied, and the agency's system cannot be told.
   *
   * @return how many messages were made of it
   */
  int replied(Tx tx, CaseRecord record, AgencyCode agency, String occasion, Instant now) {
    return notifier.notify(
        tx, Notices.replied(record.complaint().id(), agency, occasion, category(record)), now);
  }

  /** The portal has a case no more, and this agency's system cannot be told (F60). */
  void withdrawn(Tx tx, CaseRecord record, AgencyCode agency, Instant now) {
    taken(tx, Notice.Kind.CASE_WITHDRAWN, record, agency, now.toString(), now);
  }

  /** Fewer may see something of a case, and this agency's system cannot be told (F60). */
  void hidden(Tx tx, CaseRecord record, AgencyCode agency, Instant now) {
    taken(tx, Notice.Kind.CASE_HIDDEN, record, agency, now.toString(), now);
  }

  /** Another has a case instead of this agency. */
  void moved(Tx tx, CaseRecord record, Leg leg, Instant now) {
    String occasion = leg.agency() + " leg " + leg.number();
    taken(tx, Notice.Kind.CASE_MOVED, record, leg.agency(), occasion, now);
  }

  private void taken(
      Tx tx, Notice.Kind kind, CaseRecord record, AgencyCode agency, String occasion, Instant now) {
    Notice notice =
        Notices.taken(kind, record.complaint().id(), agency, occasion, category(record));
    int unused = notifier.notify(tx, notice, now);
  }

  /** A case began to wait for the coordinator. */
  void waiting(Tx tx, CaseRecord record, CaseQueue.Kind kind, Instant now) {
    Notice notice =
        Notices.waiting(
            record.complaint().id(),
            record.assigned().map(CaseRecord.Assignment::agency),
            kind.indonesian(),
            kind + " " + now,
            category(record));
    int unused = notifier.notify(tx, notice, now);
  }

  /**
   * A clock has used up so much of its limit.
   *
   * @return how many messages were made of it; none where nobody who is to be told has a contact
   */
  int warned(Tx tx, CaseClocks of, Clock clock, int percent, Instant now) {
    Optional<ClockRule> rule = deadlines.rules().find(clock.rule());
    if (rule.isEmpty()) {
      return 0;
    }
    String category = category(tx, of.complaint());
    AgencyKind kind = office(of.facts().agency()).kind();
    Optional<Notice> notice =
        notices.step(of, clock, rule.get(), percent, new Notices.About(category, kind), now);
    int told = notice.map(it -> notifier.notify(tx, it, now)).orElse(0);
    if (percent >= PASSED_PERCENT && rule.get().duty() == Duty.AGENCY) {
      of.facts()
          .agency()
          .ifPresent(
              agency ->
                  draft(
                      tx,
                      new Teguran.Facts(
                          of.complaint(), agency, kind, category, clock, rule.get(), now)));
    }
    return told;
  }

  /** One text for each clock and period; a step beyond the first makes no other. */
  private void draft(Tx tx, Teguran.Facts facts) {
    TrackingId id = facts.complaint();
    String rule = facts.clock().rule();
    Draft draft = new Draft(id, rule, facts.clock().period(), teguran.draft(facts), facts.now());
    if (store.drafts().keep(tx, draft)) {
      AuditEntry entry =
          new AuditEntry(facts.now(), ACTOR, Action.DRAFT_PREPARED, id.value(), rule);
      store.audit().append(tx, entry);
    }
  }

  /** The agency did something with its ticket, so it has read of the case (SOP-04). */
  void acted(Tx tx, TrackingId id, AgencyCode agency, Instant now) {
    try {
      receipts.agencyActed(tx, id, agency, now);
    } catch (CorruptRowException e) {
      LOG.error("{}; that case {} was read of is not recorded", e.getMessage(), id);
    }
  }

  int send(Tx tx, Notice notice, Instant now) {
    return notifier.notify(tx, notice, now);
  }

  private Office office(Optional<AgencyCode> agency) {
    return deadlines.offices().of(agency);
  }

  private static Optional<DueDate> nearest(CaseClocks clocks) {
    return clocks.clocks().stream()
        .filter(clock -> clock.state() == Clock.State.RUNNING && clock.duty() == Duty.AGENCY)
        .map(Clock::due)
        .min(Comparator.comparing(DueDate::at));
  }

  /** Of a case whose row is damaged none is told: its warning goes out all the same. */
  private String category(Tx tx, TrackingId id) {
    try {
      return store.complaints().find(tx, id).map(CaseNotices::category).orElse("");
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; a warning goes out without its category", e.getMessage());
      return "";
    }
  }

  private static String category(CaseRecord record) {
    return record
        .complaint()
        .category()
        .map(it -> it.name().isEmpty() ? Mapping.describe(it.id()) : it.name())
        .orElse("");
  }
}
