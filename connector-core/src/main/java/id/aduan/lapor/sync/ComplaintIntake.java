package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
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
  private final Mappings mappings;
  private final Timekeeper timekeeper;
  private final CaseNotices notices;
  private final TicketUpdates updates;
  private final LocalTickets local;
  private final EntryIntake entries;
  private final Following following;
  private final Unfamiliar unfamiliar;
  private final Consumer<String> wake;

  /** Makes an intake; cases are not read again by their numbers. */
  public ComplaintIntake(CaseStore store, IntakeParts parts) {
    this(store, parts, Following.off(store));
  }

  /** Makes an intake. */
  public ComplaintIntake(CaseStore store, IntakeParts parts, Following following) {
    this.following = following;
    this.updates = new TicketUpdates(store, parts.updates(), parts.wake());
    this.entries =
        new EntryIntake(
            store, parts.portal(), parts.timekeeper(), parts.notices(), this.updates, parts.wake());
    this.store = store;
    this.local = new LocalTickets(store);
    this.mappings = parts.mappings();
    this.timekeeper = parts.timekeeper();
    this.notices = parts.notices();
    this.unfamiliar = parts.unfamiliar();
    this.wake = parts.wake();
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
      returned(tx, found.orElseThrow(), now);
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
    if (current.isPresent() && following.absent(tx, id, now)) {
      Complaint complaint = current.get().complaint();
      Optional<AgencyCode> agency = current.get().assigned().map(Assignment::agency);
      boolean reaches =
          agency
              .filter(to -> !updates.changed(tx, to, complaint, hidden(complaint), now))
              .isEmpty();
      String untold =
          agency
              .filter(to -> !reaches)
              .map(to -> to + ": its system cannot be updated and shows the case as it was")
              .orElse("");
      audit(tx, now, Action.WITHDRAWN, id, untold);
    }
    return current.isPresent();
  }

  private void returned(Tx tx, CaseRecord record, Instant now) {
    Complaint complaint = record.complaint();
    audit(tx, now, Action.REAPPEARED, complaint.id(), "");
    following.changed(tx, record, now);
    record
        .assigned()
        .ifPresent(to -> updates.changed(tx, to.agency(), hidden(complaint), complaint, now));
  }

  /** As its agency sees it while the portal does not show it: whose it is, is not known. */
  private static Complaint hidden(Complaint complaint) {
    return complaint.with(Visibility.UNKNOWN);
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
      audit(tx, now, Action.RECEIVED, id, origin(open.complaint()));
      open(tx, CaseRecord.of(told, now), now, timekeeper::opened);
      var unused = afterEntries(tx, find(tx, told), told, now);
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
    CaseRecord record = assign(tx, fresh, now);
    store.complaints().save(tx, record);
    following.changed(tx, record, now);
    List<Occurrence> events = new ArrayList<>(OpeningEvents.of(record));
    events.addAll(routed(tx, fresh, record, now));
    for (CaseEvent event : StatusEvents.between(Standing.NEW, record.complaint().status())) {
      events.add(occurred(event, record.updatedAt(), record, now));
    }
    CaseClocks clocks = beginning.begin(tx, record, events, now);
    if (record.assigned().isPresent()) {
      notices.routed(tx, record, clocks, now);
    }
  }

  void change(Tx tx, CaseRecord current, Complaint newer, PortalState told, Instant now) {
    audit(tx, now, Action.CHANGED, newer.id(), difference(current.complaint(), newer));
    CaseRecord changed = current.with(newer, told);
    if (changed.assigned().isEmpty()) {
      changed = StatusEvents.ends(newer.status()) ? changed : assign(tx, changed, now);
    } else {
      AgencyCode agency = changed.assigned().get().agency();
      boolean unused = updates.changed(tx, agency, current.complaint(), changed.complaint(), now);
    }
    store.complaints().save(tx, changed);
    following.changed(tx, changed, now);
    keepTime(tx, current, changed, told, now);
  }

  private void keepTime(
      Tx tx, CaseRecord current, CaseRecord changed, PortalState told, Instant now) {
    List<Occurrence> events = new ArrayList<>();
    events.addAll(routed(tx, current, changed, now));
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
    } else if (!events.isEmpty() || bears(current.complaint(), changed.complaint())) {
      clocks = timekeeper.happened(tx, changed, events, now);
    } else {
      return;
    }
    if (current.assigned().isEmpty()) {
      notices.routed(tx, changed, clocks, now);
    }
  }

  /** Whether the change bears on which clocks run. */
  private static boolean bears(Complaint before, Complaint after) {
    return !before.classification().equals(after.classification())
        || !before.visibility().equals(after.visibility());
  }

  /** That it was given to an agency, and that this one has it already where it reported it. */
  private List<Occurrence> routed(Tx tx, CaseRecord before, CaseRecord after, Instant now) {
    if (before.assigned().isPresent() || after.assigned().isEmpty()) {
      return List.of();
    }
    AgencyCode agency = after.assigned().get().agency();
    Occurrence routed = Occurrence.of(CaseEvent.ROUTED, now, agency);
    return local.linked(tx, after.complaint(), agency).isPresent()
        ? List.of(routed, Occurrence.of(CaseEvent.DELIVERED, now, agency))
        : List.of(routed);
  }

  /** When the portal says that it happened, unless that cannot be: then when we heard of it. */
  private static Occurrence occurred(
      CaseEvent event, Optional<Instant> toldAt, CaseRecord record, Instant now) {
    Instant started = OpeningEvents.start(record).at();
    Instant at = toldAt.filter(told -> !told.isAfter(now) && !told.isBefore(started)).orElse(now);
    return new Occurrence(event, at, record.assigned().map(Assignment::agency), "", "");
  }

  private CaseRecord assign(Tx tx, CaseRecord record, Instant now) {
    Complaint complaint = record.complaint();
    if (complaint.status().withheldFromAgencies()) {
      audit(tx, now, Action.WITHHELD, complaint.id(), complaint.status().raw());
      return record;
    }
    Routing routing = route(mappings.at(now), complaint);
    Assignment to = assignment(routing);
    audit(
        tx,
        now,
        Action.ROUTED,
        complaint.id(),
        told(to) + routing.disagreement().map(other -> "; the category says " + other).orElse(""));
    Optional<AgencyTicket> own = local.heldBy(tx, complaint, to.agency(), now);
    if (own.isPresent()) {
      local.audit(tx, own.get(), complaint, now);
      return record.assigned(to);
    }
    store
        .outbox()
        .enqueue(tx, TicketUpdates.opening(AgencyComplaint.of(complaint), to.agency()), now);
    tx.afterCommit(() -> wake.accept(to.agency().value()));
    return record.assigned(to);
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

  static String origin(Complaint complaint) {
    return "channel "
        + complaint.channel()
        + ", category "
        + complaint.category().map(category -> category.id()).orElse("none")
        + ", anonymous "
        + complaint.visibility().anonymous()
        + ", secret "
        + complaint.visibility().secret();
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

  private static String difference(Complaint before, Complaint after) {
    return before.status().equals(after.status())
        ? "details"
        : "status " + before.status().raw() + " -> " + after.status().raw();
  }

  private void audit(Tx tx, Instant now, Action action, TrackingId id, String detail) {
    store.audit().append(tx, new AuditEntry(now, ACTOR, action, id.value(), detail));
  }
}
