package id.aduan.lapor.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a target over all nodes and restarts: whether a person has paused it, whether it
 * is in trouble, what it may still be asked, what a person was told of it. Pure; {@link Pace}
 * decides by it.
 *
 * @param rateFullAt state of the rate limit's bucket
 * @param retryFullAt state of the retry budget's bucket
 * @param told when a standing alert was told last; absent while there is none
 */
public record TargetState(
    String target,
    Standing standing,
    Spell spell,
    long rateFullAt,
    long retryFullAt,
    Map<Alert.Kind, Instant> told) {
  private static final Duration TOLD_AGAIN = Duration.ofDays(1);

  public TargetState {
    told = Map.copyOf(told);
  }

  /** One that nobody has touched and that is well. */
  public static TargetState unknown(String target) {
    return new TargetState(target, Standing.RUNNING, Spell.NONE, 0, 0, Map.of());
  }

  /** What a person has decided. */
  public enum Mode {
    RUNNING,
    /** Nothing new goes out; what is under way ends, and what is uncertain is looked up. */
    PAUSED,
    /** In addition what is under way is broken off, and nothing is asked nor taken in. */
    OFF
  }

  /**
   * What a person has decided, and why.
   *
   * @param by who, empty if nobody ever has
   */
  public record Standing(Mode mode, Instant since, String by, String reason) {
    static final Standing RUNNING = new Standing(Mode.RUNNING, Instant.EPOCH, "", "");
  }

  /**
   * A spell of trouble.
   *
   * @param troubles in a row; 0: it is well
   * @param refusals of our credentials in a row
   */
  public record Spell(int troubles, Instant since, Instant notBefore, int refusals) {
    static final Spell NONE = new Spell(0, Instant.EPOCH, Instant.EPOCH, 0);
  }

  public boolean isOff() {
    return standing.mode() == Mode.OFF;
  }

  public boolean inTrouble() {
    return spell.troubles() > 0;
  }

  /** The same, to be probed no later than this if it is in trouble. */
  TargetState probedFrom(Instant now) {
    boolean waits = inTrouble() && spell.notBefore().isAfter(now);
    return waits ? with(new Spell(spell.troubles(), spell.since(), now, spell.refusals())) : this;
  }

  TargetState with(Standing newStanding) {
    return new TargetState(target, newStanding, spell, rateFullAt, retryFullAt, told);
  }

  TargetState with(Spell newSpell) {
    return new TargetState(target, standing, newSpell, rateFullAt, retryFullAt, told);
  }

  TargetState with(long newRateFullAt, long newRetryFullAt) {
    return new TargetState(target, standing, spell, newRateFullAt, newRetryFullAt, told);
  }

  private TargetState with(Map<Alert.Kind, Instant> newTold) {
    return new TargetState(target, standing, spell, rateFullAt, retryFullAt, newTold);
  }

  /** The same after the alert was told; empty where it was, less than a day ago. */
  Optional<TargetState> telling(Alert.Kind kind, Instant now) {
    Instant before = told.get(kind);
    if (before != null && now.isBefore(before.plus(TOLD_AGAIN))) {
      return Optional.empty();
    }
    Map<Alert.Kind, Instant> all = new EnumMap<>(Alert.Kind.class);
    all.putAll(told);
    all.put(kind, now);
    return Optional.of(with(all));
  }

  /** The same once what the alert told of is over. */
  TargetState without(Alert.Kind kind) {
    if (!told.containsKey(kind)) {
      return this;
    }
    Map<Alert.Kind, Instant> rest = new EnumMap<>(told);
    rest.remove(kind);
    return with(rest);
  }
}
