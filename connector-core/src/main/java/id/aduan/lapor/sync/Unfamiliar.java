package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Counts what the portal tells and the profile does not know, and alarms once for each such thing
 * in the life of this process (F63). The complaint itself is kept whatever its words: an unknown
 * one is UNKNOWN and stands beside it as it came. Safe for use by many threads.
 */
public final class Unfamiliar {
  /** Tells nobody. */
  public static final Unfamiliar UNHEARD = new Unfamiliar(count -> {}, () -> {}, alert -> {});

  /** A portal that makes up a new word each time is alarmed of so often, and counted on. */
  private static final int ALERTS_MAX = 100;

  private final IntConsumer counted;
  private final Runnable transitions;
  private final Consumer<Alert> alerts;
  private final Set<String> told = new HashSet<>();

  /**
   * Makes one.
   *
   * @param counted told how many things of one state are not known; must not block
   * @param transitions told of each change of stage that the portal's own rules do not have; must
   *     not block
   * @param alerts told of each that is new; must not block
   */
  public Unfamiliar(IntConsumer counted, Runnable transitions, Consumer<Alert> alerts) {
    this.counted = counted;
    this.transitions = transitions;
    this.alerts = alerts;
  }

  /** A state is applied; what is not known of it is told after the commit. */
  void applied(Tx tx, PortalState state) {
    List<String> things = state.unfamiliar();
    if (!things.isEmpty()) {
      tx.afterCommit(
          () -> {
            counted.accept(things.size());
            things.stream().filter(this::isNew).forEach(this::alert);
          });
    }
  }

  /** A change of stage that the portal's own rules do not have was applied all the same (C13). */
  void transition(Tx tx) {
    tx.afterCommit(transitions);
  }

  private boolean isNew(String thing) {
    synchronized (told) {
      return told.size() < ALERTS_MAX && told.add(thing);
    }
  }

  private void alert(String thing) {
    alerts.accept(
        new Alert(
            Alert.Kind.PORTAL_UNFAMILIAR,
            Targets.PORTAL_READ,
            "the portal tells what its profile does not know: " + thing));
  }
}
