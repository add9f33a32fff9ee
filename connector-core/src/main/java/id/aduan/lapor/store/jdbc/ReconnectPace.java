package id.aduan.lapor.store.jdbc;

import java.util.function.LongSupplier;

/** Lets pass at most one attempt a second to connect to a database that is away (F23). */
final class ReconnectPace {
  private static final long BETWEEN_NANOS_MIN = 1_000_000_000L;
  private final LongSupplier nanos;
  private long lastAt;
  private boolean tried;

  ReconnectPace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether it is time for another attempt; then this is counted as one. */
  boolean mayTry() {
    long now = nanos.getAsLong();
    if (tried && now - lastAt < BETWEEN_NANOS_MIN) {
      return false;
    }
    tried = true;
    lastAt = now;
    return true;
  }
}
