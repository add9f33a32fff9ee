package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the complaints that are due to be read again (portal-wire 2.10). The readings are
 * entries of the outbox: their retries, order, rate and dead letters are the engine's, and what
 * they tell is applied as anything else that the portal tells.
 *
 * <p>At most a batch is asked for in a round, and none while the engine has not got through an
 * earlier one: after an outage the backlog is read at the usual pace, the most overdue first. While
 * the portal is in trouble one reading at a time finds out whether it still is. Safe for use by
 * many threads.
 */
public final class FollowRound {
  /** How long a first attempt may have been due for another batch to be added. */
  static final Duration WAITED_MAX = Duration.ofSeconds(30);

  private static final int ADOPTED_MAX = 500;
  private static final Share FIRST_ATTEMPTS = new Share(1, 0, false, false, Instant.MAX);
  private static final Logger LOG = LoggerFactory.getLogger(FollowRound.class);
  private final CaseStore store;
  private final Following following;
  private final InstantSource time;
  private final Consumer<String> wake;
  private final AtomicBoolean adopted = new AtomicBoolean();

  /**
   * Makes it.
   *
   * @param wake called with the target after a commit that put something into the outbox for it
   */
  public FollowRound(
      CaseStore store, Following following, InstantSource time, Consumer<String> wake) {
    this.store = store;
    this.following = following;
    this.time = time;
    this.wake = wake;
  }

  /**
   * Does what is due.
   *
   * @return how many readings were asked for
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public int runOnce() {
    if (following.isOn() && !adopted.get()) {
      adopted.set(store.inTransaction(this::adopt) < ADOPTED_MAX);
    }
    int asked = store.inTransaction(this::askForDue);
    if (asked > 0) {
      wake.accept(Targets.PORTAL_READ);
    }
    return asked;
  }

  /** Cases of before they were followed. */
  private int adopt(Tx tx) {
    Instant now = time.instant();
    List<Follows.Unfollowed> found = store.follows().unfollowed(tx, ADOPTED_MAX);
    found.forEach(
        it -> store.follows().save(tx, following.plan().adopted(it.complaint(), it.stage(), now)));
    return found.size();
  }

  private int askForDue(Tx tx) {
    Instant now = time.instant();
    int asked = 0;
    for (Follow follow : store.follows().due(tx, now, room(tx, now))) {
      if (ask(tx, follow, now)) {
        asked++;
      }
    }
    return asked;
  }

  private int room(Tx tx, Instant now) {
    TargetState portal = store.targets().get(tx, Targets.PORTAL_READ);
    if (portal.standing().mode() != TargetState.Mode.RUNNING) {
      return 0;
    }
    if (portal.inTrouble()) {
      return store.claims().oldestWaiting(tx, Targets.PORTAL_READ).isPresent() ? 0 : 1;
    }
    Optional<Instant> first = store.claims().nextDue(tx, Targets.PORTAL_READ, FIRST_ATTEMPTS);
    boolean behind = first.filter(due -> due.plus(WAITED_MAX).isBefore(now)).isPresent();
    return behind ? 0 : following.plan().settings().batchMax();
  }

  private boolean ask(Tx tx, Follow follow, Instant now) {
    if (!following.isOn() && follow.absentSince().isEmpty()) {
      store.follows().save(tx, following.plan().unchanged(follow, now)); // followed no more
      return false;
    }
    store.follows().save(tx, following.plan().asked(follow, now));
    try {
      return following.ask(tx, follow.complaint(), now);
    } catch (CorruptRowException e) {
      LOG.error("{}; its complaint is not followed", e.getMessage());
      return false;
    }
  }
}
