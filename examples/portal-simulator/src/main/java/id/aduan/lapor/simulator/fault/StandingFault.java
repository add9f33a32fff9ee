package id.aduan.lapor.simulator.fault;

/**
 * A fault that was ordered.
 *
 * @param happened how often it did so far
 */
public record StandingFault(String id, Fault fault, int happened) {
  /** Whether it will not happen again. */
  public boolean isSpent() {
    return fault.timesMax() > 0 && happened >= fault.timesMax();
  }
}
