package id.aduan.lapor.delivery;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetState.Standing;
import id.aduan.lapor.store.Tx;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lets a person pause a target, resume it or switch it off (C9). What was decided is in the store
 * and in the audit trail, survives a restart and counts on every node within a second. Safe for use
 * by many threads.
 */
public final class TargetSwitch {
  /** The most that a name or a reason may hold. */
  public static final int TEXT_MAX = 200;

  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1," + TEXT_MAX + "}");
  private final DeliveryStore stores;
  private final World world;
  private final Set<String> targets;
  private final DeliveryListener listener;
  private final Runnable wake;

  /**
   * Makes it.
   *
   * @param targets those that there are
   * @param wake called after each decision
   */
  public TargetSwitch(
      DeliveryStore stores,
      World world,
      Set<String> targets,
      DeliveryListener listener,
      Runnable wake) {
    this.stores = stores;
    this.world = world;
    this.targets = new TreeSet<>(targets);
    this.listener = listener;
    this.wake = wake;
  }

  /** Every target and how it stands, by name. */
  public Map<String, TargetState> list() {
    Map<String, TargetState> all = new TreeMap<>();
    targets.forEach(name -> all.put(name, TargetState.unknown(name)));
    all.putAll(stores.store().read(stores.targets()::all));
    all.keySet().retainAll(targets);
    return all;
  }

  /** How one target stands. */
  public TargetState state(String target) {
    return stores.store().read(tx -> stores.targets().get(tx, target));
  }

  /**
   * Nothing new goes out to it; what is under way ends, and what is uncertain is looked up.
   *
   * @param by who decided, as the audit trail names them: a person by {@code Operator.actor()}; and
   *     {@code reason} why: 1 to {@value #TEXT_MAX} characters each, kept in the audit trail
   * @throws IllegalArgumentException for a target that there is not, or a text of another form
   */
  public TargetState pause(String target, String by, String reason) {
    return decide(target, Mode.PAUSED, Action.TARGET_PAUSED, by, reason);
  }

  /** What waits goes out again; a target that wished to be left alone is probed at once. */
  public TargetState resume(String target, String by, String reason) {
    return decide(target, Mode.RUNNING, Action.TARGET_RESUMED, by, reason);
  }

  /**
   * In addition to a pause: what is under way is broken off, nothing is looked up, its system is
   * not polled, and what it pushes is refused for later (503).
   */
  public TargetState off(String target, String by, String reason) {
    return decide(target, Mode.OFF, Action.TARGET_OFF, by, reason);
  }

  private TargetState decide(String target, Mode mode, Action action, String by, String reason) {
    if (!targets.contains(target)) {
      throw new IllegalArgumentException("there is no such target; known are " + targets);
    }
    if (!TEXT.matcher(by).matches() || !TEXT.matcher(reason).matches()) {
      throw new IllegalArgumentException(
          "who and why are 1 to " + TEXT_MAX + " characters in one line each");
    }
    Standing standing = new Standing(mode, world.now(), by, reason);
    Optional<String> files = files(target);
    TargetState state =
        stores
            .store()
            .inTransaction(
                tx -> {
                  files.ifPresent(it -> decide(tx, it, action, standing));
                  return decide(tx, target, action, standing);
                });
    listener.switched(target, mode);
    files.ifPresent(it -> listener.switched(it, mode));
    wake.run();
    return state;
  }

  /** The target of an agency's files, which does as its agency does. */
  private Optional<String> files(String target) {
    return targets.stream()
        .filter(it -> Targets.agencyOfFiles(it).filter(a -> a.value().equals(target)).isPresent())
        .findFirst();
  }

  private TargetState decide(Tx tx, String target, Action action, Standing standing) {
    TargetState before = stores.targets().get(tx, target);
    TargetState decided =
        (standing.mode() == Mode.RUNNING ? before.probedFrom(standing.since()) : before)
            .with(standing);
    stores.targets().put(tx, decided);
    stores
        .audit()
        .append(
            tx, new AuditEntry(standing.since(), standing.by(), action, target, standing.reason()));
    return decided;
  }
}
