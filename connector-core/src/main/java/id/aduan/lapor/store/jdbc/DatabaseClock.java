package id.aduan.lapor.store.jdbc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clock of a database, kept as its distance to the monotonic clock of this process (C17, C21).
 * It never goes back: when the database's clock did, or was too far ahead once, this one goes at
 * half its pace until the two agree. Safe for use by many threads.
 */
final class DatabaseClock implements InstantSource {
  private static final long NANOS_OF_A_MICRO = 1_000;
  private static final long MICROS_OF_A_SECOND = 1_000_000;
  private final LongSupplier nanos;
  private long distanceMicros;
  private long toldMicros = Long.MIN_VALUE;
  private long toldAt;

  /**
   * Begins to run at the first {@link #set}.
   *
   * @param nanos the monotonic clock
   */
  DatabaseClock(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The database's clock shows this, now. */
  synchronized void set(long databaseMicros) {
    distanceMicros = databaseMicros - monotonic();
  }

  @Override
  public synchronized Instant instant() {
    long now = monotonic();
    long shown = now + distanceMicros;
    if (toldMicros != Long.MIN_VALUE) {
      shown = Math.max(shown, toldMicros + (now - toldAt) / 2);
    }
    toldMicros = shown;
    toldAt = now;
    return Instant.ofEpochSecond(
        Math.floorDiv(shown, MICROS_OF_A_SECOND),
        Math.floorMod(shown, MICROS_OF_A_SECOND) * NANOS_OF_A_MICRO);
  }

  private long monotonic() {
    return nanos.getAsLong() / NANOS_OF_A_MICRO;
  }
}
