package id.aduan.lapor.bintan.front;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What goes wrong now, for all units or for one of them. Thread-safe. */
public final class TroubleSwitch {
  private static final String EVERY_UNIT = "";

  private record Plan(Trouble kind, int filingsLeft) {
    static final int FOR_EVER = -1;

    boolean concerns(boolean isFiling) {
      return filingsLeft == FOR_EVER || (isFiling && filingsLeft > 0);
    }

    Plan used() {
      return filingsLeft == FOR_EVER ? this : new Plan(kind, filingsLeft - 1);
    }
  }

  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  /** Every request of every unit, until told otherwise. Forgets what was set for single units. */
  public void set(Trouble kind) {
    plans.clear();
    set(EVERY_UNIT, kind);
  }

  /** Every request of one unit, until told otherwise. */
  public void set(String unit, Trouble kind) {
    plans.put(unit, new Plan(kind, Plan.FOR_EVER));
  }

  /** Only the next requests that file a ticket, whoever sends them. */
  public void setNext(Trouble kind, int filings) {
    plans.clear();
    plans.put(EVERY_UNIT, new Plan(kind, filings));
  }

  Trouble take(String unit, boolean isFiling) {
    var ofUnit = takeFrom(unit, isFiling);
    return ofUnit == Trouble.NONE ? takeFrom(EVERY_UNIT, isFiling) : ofUnit;
  }

  private Trouble takeFrom(String key, boolean isFiling) {
    var taken = new Trouble[] {Trouble.NONE};
    plans.computeIfPresent(
        key,
        (unused, plan) -> {
          if (!plan.concerns(isFiling)) {
            return plan;
          }
          taken[0] = plan.kind();
          return plan.used();
        });
    return taken[0];
  }
}
