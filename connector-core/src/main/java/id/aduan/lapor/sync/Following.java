package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Follow.Phase;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Keeps when each case is read again by its number, and which ones the portal has no more (F60).
 * Safe for use by many threads.
 */
public final class Following {
  /** What a reading by schedule is asked for as; one entry per case, used again each time. */
  private static final String OCCASION = "follow";

  private final CaseStore store;
  private final FollowPlan plan;
  private final Consumer<Alert> alerts;

  /**
   * Makes it.
   *
   * @param alerts told at once of what a person should know; must not block
   */
  public Following(
      CaseStore store, FollowSettings settings, RandomGenerator chance, Consumer<Alert> alerts) {
    this.store = store;
    this.plan = new FollowPlan(settings, chance);
    this.alerts = alerts;
  }

  /** One that follows nothing and tells nobody. */
  public static Following off(CaseStore store) {
    return new Following(store, FollowSettings.OFF, RandomGenerator.getDefault(), alert -> {});
  }

  boolean isOn() {
    return plan.settings().on();
  }

  FollowPlan plan() {
    return plan;
  }

  /** Something is new about a case. */
  void changed(Tx tx, CaseRecord record, Instant now) {
    TrackingId id = record.complaint().id();
    if (isOn() || store.follows().find(tx, id).isPresent()) {
      store.follows().save(tx, plan.changed(id, record.complaint().status().stage(), now));
    }
  }

  /** The portal was asked for a case, and has it. */
  void read(Tx tx, TrackingId id, boolean changed, Instant now) {
    store.cursors().set(tx, Cursors.DETAIL, now.toString(), now);
    if (!changed) {
      store
          .follows()
          .find(tx, id)
          .ifPresent(it -> store.follows().save(tx, plan.unchanged(it, now)));
    }
  }

  /**
   * The portal was asked for a case, and says that it has none.
   *
   * @return whether it is believed from now on, and was not before
   */
  boolean absent(Tx tx, TrackingId id, Instant now) {
    Optional<Follow> before = store.follows().find(tx, id);
    if (before.filter(it -> it.phase() == Phase.GONE).isPresent()) {
      return false;
    }
    Follow absent = plan.absent(id, before, now);
    String others = store.cursors().get(tx, Cursors.DETAIL);
    Optional<Instant> toldOfOthers =
        others.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(others));
    boolean gone = plan.isGone(absent, toldOfOthers, now);
    store.follows().save(tx, gone ? FollowPlan.gone(absent) : absent);
    if (!gone) {
      // Whether the portal can tell of others decides what to make of it.
      store.follows().witness(tx).ifPresent(other -> ask(tx, other, now));
    } else {
      tx.afterCommit(
          () ->
              alerts.accept(
                  new Alert(
                      Alert.Kind.COMPLAINT_GONE,
                      Targets.PORTAL_READ,
                      "the portal has a complaint no more that we have; nothing goes out for it")));
    }
    return gone;
  }

  /** The list of the portal shows a case no more: the portal is asked for it. */
  void missing(Tx tx, TrackingId id, Instant now) {
    Optional<Follow> before = store.follows().find(tx, id);
    if (before.filter(it -> it.phase() == Phase.GONE).isEmpty()) {
      store.follows().save(tx, plan.absent(id, before, now));
    }
  }

  boolean isGone(Tx tx, TrackingId id) {
    return isGone(store, tx, id);
  }

  static boolean isGone(CaseStore store, Tx tx, TrackingId id) {
    return store.follows().find(tx, id).filter(it -> it.phase() == Phase.GONE).isPresent();
  }

  /**
   * Puts the reading of a case into the outbox, unless one waits there already. The engine finds it
   * within a second.
   *
   * @return whether one was put there
   */
  boolean ask(Tx tx, TrackingId id, Instant now) {
    Lane lane = new Lane(id, Targets.PORTAL_READ);
    IdempotencyKey key = IdempotencyKey.of(lane, ComplaintIntake.FETCH, OCCASION);
    NewEntry entry = new NewEntry(lane, ComplaintIntake.FETCH, key, new byte[0], "");
    return store.outbox().enqueue(tx, entry, now) || store.outbox().again(tx, lane, key, now);
  }
}
