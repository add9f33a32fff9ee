package id.aduan.lapor.bintan.desk;

import java.time.Instant;

/** How an agency writes the numbers of its tickets. */
@FunctionalInterface
public interface Numbering {

  /** The number of a unit's {@code sequence}-th ticket, counted from 1. */
  String number(String unit, long sequence, Instant filedAt);
}
