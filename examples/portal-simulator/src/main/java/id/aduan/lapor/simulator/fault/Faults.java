package id.aduan.lapor.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults that stand, and the chance that decides on them: the same seed and the same order of
 * calls make the same faults. Safe for threads; at most {@value #STANDING_MAX} stand at once.
 */
public final class Faults {
  public static final int STANDING_MAX = 100;

  /**
   * A fault that happens now.
   *
   * @param complaintId empty where there is none
   * @param number the how-manieth time, from 1
   */
  public record Hit(Fault fault, Place place, String complaintId, int number) {}

  private final List<Standing> standing = new ArrayList<>();
  private final Consumer<Hit> told;
  private long seed;
  private SplittableRandom chance;
  private int lastId;

  /**
   * @param told of every fault that happens, on the thread that it happens to
   */
  public Faults(long seed, Consumer<Hit> told) {
    this.seed = seed;
    this.chance = new SplittableRandom(seed);
    this.told = told;
  }

  /**
   * Orders a fault; returns its id, for {@link #remove}.
   *
   * @throws IllegalStateException when too many stand
   */
  public synchronized String add(Fault fault) {
    if (standing.size() >= STANDING_MAX) {
      throw new IllegalStateException(STANDING_MAX + " faults stand already; remove some first");
    }
    var added = new Standing("f" + ++lastId, fault);
    standing.add(added);
    return added.id;
  }

  /** Whether there was one of this id. */
  public synchronized boolean remove(String id) {
    return standing.removeIf(each -> each.id.equals(id));
  }

  /** Removes all, and begins the chance anew from this seed. */
  public synchronized void reset(long newSeed) {
    standing.clear();
    seed = newSeed;
    chance = new SplittableRandom(newSeed);
  }

  public synchronized long seed() {
    return seed;
  }

  public synchronized List<StandingFault> standing() {
    return standing.stream().map(each -> each.view()).toList();
  }

  /** Whether a fault of this kind happens here and now; if so, it counts and is told. */
  public Optional<Fault> hit(FaultKind kind, Place place, String complaintId) {
    return hit(kind, place, complaintId, fault -> true).map(Hit::fault);
  }

  /** The same, for those faults alone that also suit. */
  public Optional<Hit> hit(
      FaultKind kind, Place place, String complaintId, Predicate<Fault> suits) {
    Hit hit = decide(kind, place, complaintId, suits);
    if (hit != null) {
      told.accept(hit);
    }
    return Optional.ofNullable(hit);
  }

  /** A number by the same chance, both ends included. */
  public synchronized int between(int least, int most) {
    return chance.nextInt(least, most + 1);
  }

  /** The time that the portal takes it for. */
  public Instant time(Instant real, Place place) {
    Duration skew =
        hit(FaultKind.CLOCK_SKEW, place, "").map(it -> it.duration("by")).orElse(Duration.ZERO);
    return real.plus(skew);
  }

  private synchronized @Nullable Hit decide(
      FaultKind kind, Place place, String complaintId, Predicate<Fault> suits) {
    for (Standing each : standing) {
      Fault fault = each.fault;
      boolean here = fault.place() == null || fault.place() == place;
      if (fault.kind() == kind && here && suits.test(fault) && each.happens(chance)) {
        return new Hit(fault, place, complaintId, each.happened);
      }
    }
    return null;
  }

  private static final class Standing {
    private final String id;
    private final Fault fault;
    private int passed;
    private int happened;

    Standing(String id, Fault fault) {
      this.id = id;
      this.fault = fault;
    }

    boolean happens(SplittableRandom chance) {
      if (fault.timesMax() > 0 && happened >= fault.timesMax()) {
        return false;
      }
      if (passed < fault.skipped()) {
        passed++;
        return false;
      }
      if (fault.chance() < 1 && chance.nextDouble() >= fault.chance()) {
        return false;
      }
      happened++;
      return true;
    }

    StandingFault view() {
      return new StandingFault(id, fault, happened);
    }
  }
}
