package id.aduan.lapor.runner.admin;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether the process lives, and whether it can do its work. A far end that is down does not make
 * it unready: what is for it waits in the store (C9). Safe for use by many threads.
 */
public final class Health {
  private final StoreProbe store;
  private final BooleanSupplier routes;
  private final Supplier<List<FarEnd>> farEnds;
  private volatile boolean stopping;

  /**
   * Makes it.
   *
   * @param routes whether all of them run
   * @param farEnds how each was found to be when last spoken to
   */
  public Health(StoreProbe store, BooleanSupplier routes, Supplier<List<FarEnd>> farEnds) {
    this.store = store;
    this.routes = routes;
    this.farEnds = farEnds;
  }

  /** What {@code /health/live} tells. */
  record Live(FarEnd.State process) {}

  /** What {@code /health/ready} tells. */
  record Ready(
      boolean ready,
      FarEnd.State store,
      FarEnd.State routes,
      Phase process,
      List<FarEnd> farEnds) {}

  /** What the process is doing. */
  enum Phase {
    RUNNING,
    STOPPING
  }

  /** From now on it is not ready. */
  public void stopping() {
    stopping = true;
  }

  Live live() {
    return new Live(FarEnd.State.UP);
  }

  /** A process that stops is not asked for more. */
  Ready ready() {
    boolean routesUp = routes.getAsBoolean();
    boolean storeUp = store.writable();
    return new Ready(
        storeUp && routesUp && !stopping,
        state(storeUp),
        state(routesUp),
        stopping ? Phase.STOPPING : Phase.RUNNING,
        farEnds.get());
  }

  private static FarEnd.State state(boolean up) {
    return up ? FarEnd.State.UP : FarEnd.State.DOWN;
  }
}
