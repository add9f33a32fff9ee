package id.aduan.lapor.deadline;

/** Clocks as a store might hold them. */
final class ClockSamples {
  private ClockSamples() {}

  static Clock withSteps(Clock clock, int steps) {
    return new Clock(
        clock.rule(),
        ClockRule.Duty.AGENCY,
        clock.rulesVersion(),
        clock.period(),
        clock.state(),
        clock.startedAt(),
        clock.limit(),
        clock.due(),
        clock.pauses(),
        clock.marks(),
        clock.endedAt(),
        steps,
        clock.nextAt(),
        clock.moved());
  }
}
