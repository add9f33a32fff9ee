package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Follow.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps when each case is read again by its number, and which ones the portal has no more (F60).
 * Safe for use by many threads.
 */
public final class Following {
  /** What a reading by schedule is asked for as; one entry per case, used again each time. */
  private static final String OCCASION = "follow";

  /** After so many absences in a row it is the portal's address that is doubted, and told of. */
  static final int ABSENCES_MAX = 10;

  /** How often one more is asked for while the portal's address is doubted. */
  private static final Duration WITNESS_SELDOM = Duration.ofHours(6);

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

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

  /** A case is new, so that nothing is kept of it yet. */
  void opened(Tx tx, CaseRecord record, Instant now) {
    if (isOn()) {
      save(tx, record, now);
    }
  }

  /** Something is new about a case. */
  void changed(Tx tx, CaseRecord record, Instant now) {
    if (isOn() || kept(store, tx, record.complaint().id()).isPresent()) {
      save(tx, record, now);
    }
  }

  private void save(Tx tx, CaseRecord record, Instant now) {
    TrackingId id = record.complaint().id();
    store.follows().save(tx, plan.changed(id, record.complaint().status().stage(), now));
  }

  /** The portal was asked for a case, and has it. */
  void read(Tx tx, TrackingId id, boolean changed, Instant now) {
    store.cursors().set(tx, Cursors.DETAIL, now.toString(), now);
    if (!store.cursors().get(tx, Cursors.ABSENCES).isEmpty()) {
      store.cursors().set(tx, Cursors.ABSENCES, "", now);
    }
    if (!changed) {
      kept(store, tx, id).ifPresent(it -> store.follows().save(tx, plan.unchanged(it, now)));
    }
  }

  /**
   * The portal was asked for a case, and says that it has none.
   *
   * @return whether it is believed from now on, and was not before
   */
  boolean absent(Tx tx, TrackingId id, Instant now) {
    Optional<Follow> before = kept(store, tx, id);
    if (before.filter(it -> it.phase() == Phase.GONE).isPresent()) {
      return false;
    }
    Follow absent = plan.absent(id, before, now);
    Optional<Instant> toldOfOthers = moment(tx, Cursors.DETAIL);
    boolean gone = plan.isGone(absent, toldOfOthers, now);
    store.follows().save(tx, gone ? FollowPlan.gone(absent) : absent);
    if (!gone) {
      boolean doubted = countAbsence(tx, now) >= ABSENCES_MAX;
      askWitness(tx, toldOfOthers, doubted ? WITNESS_SELDOM : plan.settings().absentFor(), now);
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

  /** Counts what was found absent since a complaint was last read, up to where that is told. */
  private int countAbsence(Tx tx, Instant now) {
    String before = store.cursors().get(tx, Cursors.ABSENCES);
    int count = before.isEmpty() ? 1 : Integer.parseInt(before) + 1;
    if (count > ABSENCES_MAX) {
      return ABSENCES_MAX;
    }
    store.cursors().set(tx, Cursors.ABSENCES, Integer.toString(count), now);
    if (count == ABSENCES_MAX) {
      tx.afterCommit(
          () ->
              alerts.accept(
                  new Alert(
                      Alert.Kind.PORTAL_HAS_NONE,
                      Targets.PORTAL_READ,
                      "the portal says of "
                          + ABSENCES_MAX
                          + " complaints in a row that it has none of them; none is taken for gone"
                          + " until it tells of another: look at its address")));
    }
    return count;
  }

  /**
   * Whether the portal can tell of others decides what to make of an absence. One other is asked
   * for, and no second one before the first was told or has had its time.
   */
  private void askWitness(Tx tx, Optional<Instant> toldOfOthers, Duration patience, Instant now) {
    Optional<Instant> asked = moment(tx, Cursors.WITNESS);
    boolean waits =
        asked
            .filter(at -> at.plus(patience).isAfter(now))
            .filter(at -> toldOfOthers.filter(told -> !told.isBefore(at)).isEmpty())
            .isPresent();
    if (!waits) {
      store
          .follows()
          .witness(tx)
          .filter(other -> ask(tx, other, now))
          .ifPresent(other -> store.cursors().set(tx, Cursors.WITNESS, now.toString(), now));
    }
  }

  private Optional<Instant> moment(Tx tx, String cursor) {
    String kept = store.cursors().get(tx, cursor);
    return kept.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(kept));
  }

  /** What is kept of a case; a damaged row counts as none (C20). */
  private static Optional<Follow> kept(CaseStore store, Tx tx, TrackingId id) {
    try {
      return store.follows().find(tx, id);
    } catch (CorruptRowException e) {
      LOG.error("{}; its complaint is not taken for gone", e.getMessage());
      return Optional.empty();
    }
  }

  /** The list of the portal shows a case no more: the portal is asked for it. */
  void missing(Tx tx, TrackingId id, Instant now) {
    Optional<Follow> before = kept(store, tx, id);
    if (before.filter(it -> it.phase() == Phase.GONE).isEmpty()) {
      store.follows().save(tx, plan.absent(id, before, now));
    }
  }

  boolean isGone(Tx tx, TrackingId id) {
    return isGone(store, tx, id);
  }

  static boolean isGone(CaseStore store, Tx tx, TrackingId id) {
    return kept(store, tx, id).filter(it -> it.phase() == Phase.GONE).isPresent();
  }

  /**
   * As {@link #isGone}, for whoever must not take a damaged mark for none.
   *
   * @throws CorruptRowException when its row is damaged
   */
  static boolean isMarked(CaseStore store, Tx tx, TrackingId id) {
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
