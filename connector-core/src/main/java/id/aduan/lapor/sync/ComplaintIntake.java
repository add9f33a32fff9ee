package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.LegWork.Placed;
import id.aduan.lapor.sync.StatusEvents.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies what the portal says of a complaint: the case, its clock, its assignment and its outgoing
 * entry, all in the caller's transaction. Safe for use by many threads.
 */
public final class ComplaintIntake {
  /** The outbox operation that opens a ticket. */
  public static final String OPEN = "open";

  /** The outbox operation that reads from the portal what a message left out. */
  public static final String FETCH = "fetch";

  private static final String ACTOR = "portal";
  private final CaseStore store;
  private final Timekeeper timekeeper;
  private final LegWork legs;
  private final CasePlacing placing;
  private final Absence absence;
  private final EntryIntake entries;
  private final Following following;
  private final Unfamiliar unfamiliar;
  private final Consumer<String> wake;
  private final ComplaintFiles files;

  /** Makes an intake; cases are not read again by their numbers. */
  public ComplaintIntake(CaseStore store, IntakeParts parts) {
    this(store, parts, Following.off(store));
  }

  /** Makes an intake; complaints go out at once. */
  public ComplaintIntake(CaseStore store, IntakeParts parts, Following following) {
    this(store, parts, following, DeliverMode.AUTOMATIC);
  }

  /** Makes an intake. */
  public ComplaintIntake(
      CaseStore store, IntakeParts parts, Following following, DeliverMode deliver) {
    this.following = following;
    this.legs = new LegWork(store, parts);
    Coordination coordination = new Coordination(store, parts, deliver);
    this.placing = new CasePlacing(store, parts, legs, coordination);
    this.absence = new Absence(store, following, legs, coordination, parts.notices());
    this.entries = new EntryIntake(store, parts, legs);
    this.store = store;
    this.timekeeper = parts.timekeeper();
    this.unfamiliar = parts.unfamiliar();
    this.wake = parts.wake();
    this.files = parts.files();
  }

  /**
   * Applies a state.
   *
   * @param occasion what told us, distinct for each time: a fetch is asked for once per occasion
   */
  void apply(Tx tx, PortalState message, String occasion, Instant now) {
    Optional<CaseRecord> found = find(tx, message);
    PortalState told = SmsPrivacy.cleaned(message, found);
    Optional<CaseRecord> current = afterEntries(tx, found, told, now);
    apply(tx, current, SyncDecision.decide(current, told, false), told, occasion, now);
  }

  /**
   * Applies a state that was told long ago. Where the portal gives no order it may be older than
   * the case, so the portal is asked instead.
   */
  void applyLate(Tx tx, PortalState message, String occasion, Instant now) {
    Optional<CaseRecord> found = find(tx, message);
    PortalState told = SmsPrivacy.cleaned(message, found);
    Optional<CaseRecord> current = afterEntries(tx, found, told, now);
    SyncDecision decision = SyncDecision.decide(current, told, false);
    boolean unordered = current.filter(known -> !SyncDecision.ordered(known, told)).isPresent();
    SyncDecision safe =
        unordered && decision instanceof SyncDecision.Change ? new SyncDecision.Fetch() : decision;
    apply(tx, current, safe, told, occasion, now);
  }

  /**
   * Applies a state that the portal was asked for.
   *
   * @param before the case when the portal was asked
   * @return false if the case has changed since: then the answer may be older than the case, and
   *     nothing was applied
   */
  boolean applyAsked(
      Tx tx, PortalState message, Optional<CaseRecord> before, String occasion, Instant now) {
    Optional<CaseRecord> found = find(tx, message);
    if (!found.equals(before)) {
      return false;
    }
    PortalState told = SmsPrivacy.cleaned(message, found);
    if (following.isGone(tx, told.complaint().id())) {
      absence.back(tx, found.orElseThrow(), now);
      files.back(tx, told.complaint().id(), now);
    }
    Optional<CaseRecord> current = afterEntries(tx, found, told, now);
    SyncDecision decision = SyncDecision.decide(current, told, true);
    apply(tx, current, decision, told, occasion, now);
    boolean news = decision instanceof SyncDecision.Open || decision instanceof SyncDecision.Change;
    following.read(tx, told.complaint().id(), news, now);
    return true;
  }

  /**
   * The portal was asked for a complaint and has none (F60). Once that is to be believed, the case
   * is marked, and its agency sees no reporter any more.
   *
   * @return false if we do not have it either: a portal may be late with what it has announced
   */
  boolean applyAbsent(Tx tx, TrackingId id, Instant now) {
    Optional<CaseRecord> current = store.complaints().find(tx, id);
    current.ifPresent(record -> absence.gone(tx, record, now));
    return current.isPresent();
  }

  private Optional<CaseRecord> find(Tx tx, PortalState told) {
    return store.complaints().find(tx, told.complaint().id());
  }

  /**
   * Its entries come first, since they date what its status says; none of them depends on the order
   * of states, and those of a case that is not known yet come when it is. Those of one that the
   * portal has no more come when its detail proves that it is there again.
   */
  private Optional<CaseRecord> afterEntries(
      Tx tx, Optional<CaseRecord> current, PortalState told, Instant now) {
    return told.entries().isEmpty() || following.isGone(tx, told.complaint().id())
        ? current
        : current.map(record -> entries.apply(tx, record, told.entries(), now));
  }

  private void apply(
      Tx tx,
      Optional<CaseRecord> current,
      SyncDecision decision,
      PortalState told,
      String occasion,
      Instant now) {
    TrackingId id = told.complaint().id();
    if (decision instanceof SyncDecision.Open || decision instanceof SyncDecision.Change) {
      unfamiliar.applied(tx, told);
    }
    if (current.isPresent() && following.isGone(tx, id)) {
      fetch(tx, id, occasion, now); // only its detail proves that it is there again
    } else if (decision instanceof SyncDecision.Open open) {
      audit(tx, now, Action.RECEIVED, id, CaseLine.origin(open.complaint()));
      open(tx, CaseRecord.of(told, now), now, timekeeper::opened);
      if (!told.entries().isEmpty()) {
        var unused = afterEntries(tx, find(tx, told), told, now);
      }
    } else if (decision instanceof SyncDecision.Change change) {
      change(tx, current.orElseThrow(), change.complaint(), told, now);
    } else if (decision instanceof SyncDecision.Same) {
      CaseRecord known = current.orElseThrow();
      store.complaints().save(tx, known.with(known.complaint(), told));
    } else if (decision instanceof SyncDecision.Fetch) {
      fetch(tx, id, occasion, now);
    }
  }

  /** Begins the clocks of a case. */
  interface Beginning {
    CaseClocks begin(Tx tx, CaseRecord record, List<Occurrence> events, Instant now);
  }

  void open(Tx tx, CaseRecord fresh, Instant now, Beginning beginning) {
    Placed placed = placing.first(tx, fresh, now);
    CaseRecord record = placed.record();
    store.complaints().save(tx, record);
    files.told(tx, record.complaint().id(), record.complaint().attachments(), now);
    following.opened(tx, record, now);
    List<Occurrence> events = new ArrayList<>(OpeningEvents.of(record));
    events.addAll(placed.events());
    for (CaseEvent event : StatusEvents.between(Standing.NEW, record.complaint().status())) {
      events.add(occurred(event, record.updatedAt(), record, now));
    }
    CaseClocks clocks = beginning.begin(tx, record, events, now);
    legs.announce(tx, placed, clocks, now);
  }

  void change(Tx tx, CaseRecord current, Complaint newer, PortalState told, Instant now) {
    audit(tx, now, Action.CHANGED, newer.id(), CaseLine.difference(current.complaint(), newer));
    Placed placed = placing.changed(tx, current, current.with(newer, told), now);
    store.complaints().save(tx, placed.record());
    files.told(tx, newer.id(), newer.attachments(), now);
    following.changed(tx, placed.record(), now);
    keepTime(tx, current, placed, told, now);
  }

  private void keepTime(Tx tx, CaseRecord current, Placed placed, PortalState told, Instant now) {
    CaseRecord changed = placed.record();
    List<Occurrence> events = new ArrayList<>(placed.events());
    Status before = current.complaint().status();
    Status after = changed.complaint().status();
    if (!after.equals(before)) {
      Standing standing = Standing.of(timekeeper.events(tx, current, now), before);
      for (CaseEvent event : StatusEvents.between(standing, after)) {
        events.add(occurred(event, told.updatedAt(), changed, now));
      }
    }
    CaseClocks clocks;
    if (!OpeningEvents.of(current).equals(OpeningEvents.of(changed))) {
      clocks = timekeeper.begunOtherwise(tx, changed, events, now);
    } else if (!events.isEmpty()
        || !placed.opened().isEmpty()
        || bears(current.complaint(), changed.complaint())) {
      clocks = timekeeper.happened(tx, changed, events, now);
    } else {
      return;
    }
    legs.announce(tx, placed, clocks, now);
  }

  /** Whether the change bears on which clocks run. */
  private static boolean bears(Complaint before, Complaint after) {
    return !before.classification().equals(after.classification())
        || !before.visibility().equals(after.visibility());
  }

  /** When the portal says that it happened, unless that cannot be: then when we heard of it. */
  private static Occurrence occurred(
      CaseEvent event, Optional<Instant> toldAt, CaseRecord record, Instant now) {
    Instant started = OpeningEvents.start(record).at();
    Instant at = toldAt.filter(told -> !told.isAfter(now) && !told.isBefore(started)).orElse(now);
    return new Occurrence(event, at, record.assigned().map(Assignment::agency), "", "");
  }

  static Routing route(Mapping mapping, Complaint complaint) {
    return mapping.route(Question.of(complaint));
  }

  static Assignment assignment(Routing routing) {
    return new Assignment(
        new AgencyCode(routing.agency()),
        routing.reason().name(),
        routing.where(),
        routing.version());
  }

  /** An assignment as the audit trail tells it. */
  static String told(Assignment to) {
    return "%s by %s at %s of mapping %s"
        .formatted(to.agency(), to.rule(), to.where(), to.mappingVersion());
  }

  /**
   * Has the portal asked for a complaint.
   *
   * @param occasion as for {@link #apply}
   * @return false if it was asked for on this occasion before
   */
  boolean fetch(Tx tx, TrackingId id, String occasion, Instant now) {
    Lane lane = new Lane(id, Targets.PORTAL_READ);
    boolean isNew =
        store
            .outbox()
            .enqueue(
                tx,
                new NewEntry(
                    lane, FETCH, IdempotencyKey.of(lane, FETCH, occasion), new byte[0], ""),
                now);
    tx.afterCommit(() -> wake.accept(Targets.PORTAL_READ));
    return isNew;
  }

  Unfamiliar unfamiliar() {
    return unfamiliar;
  }

  Following following() {
    return following;
  }

  Timekeeper timekeeper() {
    return timekeeper;
  }

  private void audit(Tx tx, Instant now, Action action, TrackingId id, String detail) {
    store.audit().append(tx, new AuditEntry(now, ACTOR, action, id.value(), detail));
  }
}
