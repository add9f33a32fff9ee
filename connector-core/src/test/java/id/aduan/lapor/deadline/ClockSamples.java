package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;

/** Clocks as a store might hold them. */
final class ClockSamples {
  private ClockSamples() {}

  /** The clock as it is when its first so many warnings, of the usual ones, were given. */
  static Clock withSteps(Clock clock, int steps) {
    Clock warned = clock;
    for (int step = 0; step < steps; step++) {
      warned = warned.warnedAt(WarningSteps.USUAL.of(AgencyKind.OPD).get(step));
    }
    return warned;
  }
}
