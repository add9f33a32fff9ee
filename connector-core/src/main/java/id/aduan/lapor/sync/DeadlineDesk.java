package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseEvent.Origin;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.explain.Deadline;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The deadlines of cases, and what a person records of one: what nothing here can see, and
 * extensions. Each is in the audit trail with who and why. Safe for use by many threads.
 */
public final class DeadlineDesk {
  private final CaseStore store;
  private final Deadlines deadlines;
  private final Timekeeper timekeeper;
  private final CaseDeadlines told;
  private final InstantSource time;

  public DeadlineDesk(
      CaseStore store, Deadlines deadlines, Timekeeper timekeeper, InstantSource time) {
    this.store = store;
    this.deadlines = deadlines;
    this.timekeeper = timekeeper;
    this.told = new CaseDeadlines(store, deadlines);
    this.time = time;
  }

  /** How it ended. */
  public enum Outcome {
    RECORDED,
    NO_CASE,
    /** The event is one that the portal or the connector tells. */
    NOT_A_PERSONS,
    /** The time lies in the future, or before the case. */
    BAD_TIME,
    /** There is no such rule, or it cannot be extended. */
    NOT_EXTENDABLE,
    /** The clock does not run, has run out, or has been extended already. */
    NOT_RUNNING,
    NO_REASON
  }

  /** The deadlines of a case, each with its {@link Deadline#explanation()}. */
  public List<Deadline> of(TrackingId id) {
    return store.read(tx -> told.of(tx, id, time.instant())).stream()
        .flatMap(each -> each.deadline().stream())
        .toList();
  }

  /**
   * Records that something happened.
   *
   * @param at when; empty for now
   */
  public Outcome record(TrackingId id, CaseEvent event, Optional<Instant> at, Operator by) {
    if (event.origin() != Origin.PERSON || event == CaseEvent.EXTENDED) {
      return Outcome.NOT_A_PERSONS;
    }
    return store.inTransaction(tx -> record(tx, id, event, at, by));
  }

  private Outcome record(Tx tx, TrackingId id, CaseEvent event, Optional<Instant> at, Operator by) {
    Instant now = time.instant();
    Optional<CaseRecord> found = store.complaints().find(tx, id);
    if (found.isEmpty()) {
      return Outcome.NO_CASE;
    }
    Instant started = OpeningEvents.start(found.get()).at();
    Instant when = notBefore(started, at.orElse(now), agencyOf(found.get()));
    if (when.isAfter(now) || when.isBefore(started)) {
      return Outcome.BAD_TIME;
    }
    Optional<AgencyCode> agency = agencyOf(found.get());
    Occurrence occurrence = new Occurrence(event, when, agency, "", by.reason());
    timekeeper.happened(tx, id, occurrence, now);
    audit(tx, now, id, by, event + " " + when);
    return Outcome.RECORDED;
  }

  private static Optional<AgencyCode> agencyOf(CaseRecord record) {
    return record.assigned().map(CaseRecord.Assignment::agency);
  }

  /** A day is told without its hour: on the day of receipt it means no time before that. */
  private Instant notBefore(Instant started, Instant when, Optional<AgencyCode> agency) {
    ZoneId zone = deadlines.offices().of(agency).zone();
    boolean sameDay = LocalDate.ofInstant(started, zone).equals(LocalDate.ofInstant(when, zone));
    return sameDay && when.isBefore(started) ? started : when;
  }

  /**
   * Extends a clock that runs and is not late, by as much as its rule allows; needs a reason
   * (UU14-02).
   */
  public Outcome extend(TrackingId id, String rule, Operator by) {
    Optional<ClockRule> extendable =
        deadlines.rules().find(rule).filter(found -> found.extension().isPresent());
    if (extendable.isEmpty()) {
      return Outcome.NOT_EXTENDABLE;
    }
    return by.reason().isEmpty()
        ? Outcome.NO_REASON
        : store.inTransaction(tx -> extend(tx, id, extendable.get(), by));
  }

  private Outcome extend(Tx tx, TrackingId id, ClockRule rule, Operator by) {
    Instant now = time.instant();
    if (store.complaints().find(tx, id).isEmpty()) {
      return Outcome.NO_CASE;
    }
    Optional<Clock> clock =
        timekeeper.clocks(tx, id, now).map(CaseClocks::clocks).stream()
            .flatMap(clocks -> clocks.stream())
            .filter(each -> each.rule().equals(rule.id()))
            .filter(each -> each.state().isOpen() && each.limit().equals(rule.limit()))
            .filter(each -> !each.due().at().isBefore(now))
            .findFirst();
    if (clock.isEmpty()) {
      return Outcome.NOT_RUNNING;
    }
    Optional<AgencyCode> nobody = Optional.empty();
    timekeeper.happened(
        tx, id, new Occurrence(CaseEvent.EXTENDED, now, nobody, rule.id(), by.reason()), now);
    audit(tx, now, id, by, CaseEvent.EXTENDED + " " + rule.id());
    return Outcome.RECORDED;
  }

  private void audit(Tx tx, Instant now, TrackingId id, Operator by, String what) {
    store
        .audit()
        .append(
            tx,
            new AuditEntry(now, by.actor(), Action.EVENT_RECORDED, id.value(), by.because(what)));
  }
}
