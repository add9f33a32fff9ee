package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Reconciliation.Difference;
import id.aduan.lapor.sync.Reconciliation.Kind;
import id.aduan.lapor.sync.Reconciliation.Repair;
import id.aduan.lapor.sync.Reconciliation.Report;
import id.aduan.lapor.sync.Reconciliation.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Compares the portal's complaints with our cases, and repairs what differs: a state that the list
 * shows is applied as by a poll, a case that it does not show is asked for by its number, and only
 * that proves it gone. Nothing is written in any other way, so doing it twice changes nothing.
 *
 * <p>It reads nothing while reading is paused, or the portal wants to be left alone, and ends at
 * the first sign that the portal is in trouble. One comparison at a time; it reads at the pace of
 * all reading. Safe for use by many threads.
 */
public final class Reconciler {
  /** How many cases are asked for by one comparison; the next one begins with the others. */
  static final int ASKED_MAX = 1_000;

  /** How many answers of a case are looked for. */
  private static final int ANSWERS_MAX = 100;

  private final CaseStore store;
  private final PortalReader portal;
  private final ComplaintIntake intake;
  private final Following following;
  private final InstantSource time;
  private final ReentrantLock running = new ReentrantLock();
  private final AtomicBoolean stopped = new AtomicBoolean();

  public Reconciler(
      CaseStore store,
      PortalReader portal,
      ComplaintIntake intake,
      Following following,
      InstantSource time) {
    this.store = store;
    this.portal = portal;
    this.intake = intake;
    this.following = following;
    this.time = time;
  }

  /** Ends what is under way after the page, or the complaint, that it is at. */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Compares, on the caller's thread.
   *
   * @param apply whether what differs is repaired
   * @param actor for whom; as the audit trail says it
   * @return empty while another one runs
   * @throws FarEndException when the portal's list cannot be read; what was repaired until then
   *     stays
   */
  public Optional<Report> run(boolean apply, String actor) {
    if (!running.tryLock()) {
      return Optional.empty();
    }
    try {
      Run run = new Run(apply, time.instant());
      boolean complete = mayRead() && (portal.lists() ? run.list() : run.openCases());
      Report report = run.report(complete, portal.lists() ? Scope.LIST : Scope.OPEN_CASES);
      keep(report, actor);
      return Optional.of(report);
    } finally {
      running.unlock();
    }
  }

  private boolean mayRead() {
    TargetState reading = store.read(tx -> store.targets().get(tx, Targets.PORTAL_READ));
    return reading.standing().mode() == TargetState.Mode.RUNNING
        && !(reading.inTrouble() && reading.spell().notBefore().isAfter(time.instant()));
  }

  private void keep(Report report, String actor) {
    String detail =
        "compared %d, differences %d, remaining %d, unread %d%s"
            .formatted(
                report.compared(),
                report.found(),
                report.remaining(),
                report.unread(),
                report.applied() ? "" : "; nothing was repaired");
    boolean unused =
        store.inTransaction(
            tx -> {
              Instant now = report.endedAt();
              store
                  .audit()
                  .append(tx, new AuditEntry(now, actor, Action.RECONCILED, "portal", detail));
              store.cursors().set(tx, Cursors.RECONCILED, Long.toString(report.found()), now);
              return true;
            });
  }

  /** One comparison; for one thread. */
  private final class Run {
    private final boolean apply;
    private final Instant begunAt;
    private final String occasion;
    private final Set<String> seen = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private final PageWork<PortalState> work =
        new PageWork<>(store, this::compare, (tx, state) -> unread(), "a compared complaint");
    private long compared;
    private long unread;
    private long found;
    private long remaining;

    Run(boolean apply, Instant begunAt) {
      this.apply = apply;
      this.begunAt = begunAt;
      this.occasion = "reconcile@" + begunAt;
    }

    Report report(boolean complete, Scope scope) {
      return new Report(
          begunAt,
          time.instant(),
          scope,
          apply,
          complete,
          compared,
          unread,
          found,
          remaining,
          differences);
    }

    boolean list() {
      ListPass pass = new ListPass("", begunAt);
      ListWalk.End end =
          ListWalk.read(
              portal,
              Optional.empty(),
              pass,
              () -> stopped.get() || !mayRead(),
              (page, last) -> page(page));
      return end == ListWalk.End.WHOLE && unlisted();
    }

    private void page(Page page) {
      unread += page.unreadable().size();
      for (PortalState state : page.states()) {
        if (seen.add(state.complaint().id().value())) {
          // One by one: what was counted of a page that was undone would be counted twice.
          work.run(List.of(state), tx -> {});
        }
      }
    }

    private void unread() {
      unread++;
    }

    private boolean unlisted() {
      return askAll(
          store.read(this::expected).stream().filter(id -> !seen.contains(id.value())).toList());
    }

    /** All cases but those that are known to be gone. */
    private List<TrackingId> expected(Tx tx) {
      return store.complaints().standings(tx).stream()
          .map(Complaints.Standing::id)
          .filter(id -> !following.isGone(tx, id))
          .toList();
    }

    boolean openCases() {
      return askAll(
          store.read(
              tx ->
                  store.complaints().standings(tx).stream()
                      .filter(it -> !FollowPlan.isOver(it.stage()))
                      .map(Complaints.Standing::id)
                      .filter(id -> !following.isGone(tx, id))
                      .toList()));
    }

    /** Asks for as many as may be, from where the last one ended; false if it was ended early. */
    private boolean askAll(List<TrackingId> cases) {
      unread += cases.size();
      if (!portal.reads()) {
        return true;
      }
      List<TrackingId> turn = turn(cases);
      int asked = 0;
      while (asked < turn.size() && !stopped.get() && mayRead() && ask(turn.get(asked))) {
        asked++;
      }
      if (asked > 0) {
        String last = turn.get(asked - 1).value();
        boolean unused =
            store.inTransaction(
                tx -> {
                  store.cursors().set(tx, Cursors.COMPARED, last, time.instant());
                  return true;
                });
      }
      return asked == turn.size();
    }

    /** Those after the one that was asked for last, then the others. */
    private List<TrackingId> turn(List<TrackingId> cases) {
      String last = store.read(tx -> store.cursors().get(tx, Cursors.COMPARED));
      List<TrackingId> sorted = new ArrayList<>(cases);
      sorted.sort(
          Comparator.comparing((TrackingId id) -> id.value().compareTo(last) <= 0)
              .thenComparing(TrackingId::value));
      return sorted.stream().limit(ASKED_MAX).toList();
    }

    /** Asks for one; false if the portal is in trouble. */
    private boolean ask(TrackingId id) {
      PortalState there;
      try {
        there = portal.complaint(id);
      } catch (FarEndException e) {
        if (e.isAbsent()) {
          unread--;
          absent(id);
        }
        return e.isAbsent() || !e.retryable();
      }
      unread--;
      work.run(List.of(there), tx -> {});
      return true;
    }

    private void absent(TrackingId id) {
      Difference gone = Reconciliation.difference(id.value(), Kind.GONE_THERE, "");
      if (apply) {
        boolean unused =
            store.inTransaction(
                tx -> {
                  following.missing(tx, id, begunAt);
                  intake.fetch(tx, id, occasion, begunAt);
                  return true;
                });
      }
      note(gone.with(apply ? Repair.ASKED : Repair.NONE));
    }

    private void compare(Tx tx, PortalState there) {
      List<Difference> before = differences(tx, there);
      boolean repairs = apply && before.stream().anyMatch(it -> it.kind() != Kind.ANSWER_NOT_SHOWN);
      if (repairs) {
        noteIfLate(tx, there);
        repair(tx, there);
      }
      List<Difference> after = repairs ? differences(tx, there) : before;
      tx.afterCommit(
          () -> {
            compared++;
            before.forEach(it -> note(it.with(repair(it, repairs, after))));
          });
    }

    /** One without its text is asked for by the same entry each time. */
    private void repair(Tx tx, PortalState there) {
      if (there.whole()) {
        intake.apply(tx, there, occasion, time.instant());
      } else {
        boolean unused = following.ask(tx, there.complaint().id(), time.instant());
      }
    }

    private Repair repair(Difference before, boolean repairs, List<Difference> after) {
      if (!repairs || before.kind() == Kind.ANSWER_NOT_SHOWN) {
        return Repair.NONE;
      }
      return after.contains(before) ? Repair.ASKED : Repair.APPLIED;
    }

    private List<Difference> differences(Tx tx, PortalState there) {
      TrackingId id = there.complaint().id();
      Optional<CaseRecord> ours = store.complaints().find(tx, id);
      boolean gone = following.isGone(tx, id);
      List<Difference> all = new ArrayList<>(Reconciliation.compare(there, ours, gone));
      if (ours.isPresent() && !gone && !there.entries().isEmpty()) {
        all.addAll(
            Reconciliation.said(there, store.portalEntries().known(tx, id), unproven(tx, id)));
      }
      return all;
    }

    private List<String> unproven(Tx tx, TrackingId id) {
      Lane lane = new Lane(id, Targets.PORTAL);
      return store.outbox().youngest(tx, lane, ANSWERS_MAX).stream()
          .filter(it -> it.operation().equals(AnswerIntake.PUBLISH) && it.state() == State.DONE)
          .map(Standing::key)
          .filter(key -> store.portalEntries().proof(tx, key).isEmpty())
          .map(IdempotencyKey::value)
          .toList();
    }

    /**
     * What the polls have missed since it appeared so late, they find by themselves next time.
     * Other differences are no sign of lateness.
     */
    private void noteIfLate(Tx tx, PortalState there) {
      String cursor = store.cursors().get(tx, PortalPoll.CURSOR);
      Optional<CaseRecord> ours = store.complaints().find(tx, there.complaint().id());
      boolean missed =
          ours.isEmpty()
              || there
                  .updatedAt()
                  .filter(at -> ours.get().updatedAt().filter(at::isAfter).isPresent())
                  .isPresent();
      if (missed && !cursor.isEmpty()) {
        there
            .updatedAt()
            .map(at -> Duration.between(at, Instant.parse(cursor)))
            .filter(late -> late.compareTo(Duration.ZERO) > 0)
            .ifPresent(late -> Lateness.note(store, tx, late, begunAt));
      }
    }

    private void note(Difference difference) {
      found++;
      if (difference.remains()) {
        remaining++;
      }
      if (differences.size() < Report.DIFFERENCES_MAX) {
        differences.add(difference);
      }
    }
  }
}
