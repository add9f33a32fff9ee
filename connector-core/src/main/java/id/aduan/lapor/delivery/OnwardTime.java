package id.aduan.lapor.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock that never goes back (C21, F49). When the one below it was put back, it goes on at half
 * its pace until the two agree, so that what is due in five minutes is due in ten at most, and not
 * when a clock that was put back by a day has made up for it. Safe for use by many threads.
 */
public final class OnwardTime implements InstantSource {
  private final InstantSource below;
  private final LongSupplier nanos;
  private @Nullable Instant told;
  private long toldAt;

  /**
   * Begins with what the clock below shows when it is first asked.
   *
   * @param nanos a clock that is never put back
   */
  public OnwardTime(InstantSource below, LongSupplier nanos) {
    this.below = below;
    this.nanos = nanos;
  }

  @Override
  public synchronized Instant instant() {
    long now = nanos.getAsLong();
    Instant shown = below.instant();
    if (told != null) {
      Instant least = told.plusNanos((now - toldAt) / 2);
      shown = shown.isBefore(least) ? least : shown;
    }
    told = shown;
    toldAt = now;
    return shown;
  }
}
