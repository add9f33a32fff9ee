package id.aduan.lapor.simulator;

import java.util.function.Supplier;

/** What the interface can do now: settings that change while it runs. Safe for threads. */
public final class LiveWire implements Supplier<WireSettings> {
  private volatile WireSettings now;

  public LiveWire(WireSettings first) {
    this.now = first;
  }

  @Override
  public WireSettings get() {
    return now;
  }

  public void set(WireSettings wanted) {
    now = wanted;
  }
}
