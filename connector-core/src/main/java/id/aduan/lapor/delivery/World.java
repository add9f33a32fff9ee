package id.aduan.lapor.delivery;

import id.aduan.lapor.failure.WorldException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Where the engine gets time and chance from. They are the host program's and may be broken: what
 * they throw, or null, becomes a {@link WorldException}.
 *
 * @param nanos a clock that is never put back, for what lasts; its zero means nothing
 */
public record World(InstantSource time, LongSupplier nanos, RandomGenerator chance) {

  public World(InstantSource time, RandomGenerator chance) {
    this(time, System::nanoTime, chance);
  }

  /**
   * For a process of its own: the machine's clock may be put back while it lives, and is taken as
   * one that never goes back; any other is the host's and taken as it is.
   */
  public static World of(InstantSource time, RandomGenerator chance) {
    return new World(
        time.equals(InstantSource.system()) ? new OnwardTime(time, System::nanoTime) : time,
        chance);
  }

  Instant now() {
    Instant now;
    try {
      now = time.instant();
    } catch (RuntimeException e) {
      throw new WorldException("the clock failed with " + e.getClass().getName(), e);
    }
    if (now == null) {
      throw new WorldException("the clock gave no time");
    }
    return now;
  }

  Clock clock() {
    return time.withZone(ZoneOffset.UTC);
  }
}
