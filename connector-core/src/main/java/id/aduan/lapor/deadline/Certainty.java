package id.aduan.lapor.deadline;

/** How far the calendar knows the days that were counted. */
public enum Certainty {
  /** Every day lies in a year whose decree is in the calendar. It can still be amended (CAL-08). */
  FINAL,
  /** Some day lies in a year that is only announced, or that the calendar does not know. */
  PROVISIONAL
}
