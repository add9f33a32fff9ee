package id.aduan.lapor.complaint;

import org.jspecify.annotations.Nullable;

/**
 * A yes-or-no statement of the portal that may also be missing (C14). What is UNKNOWN protects: a
 * reader asks {@link #mayBeTrue()}.
 */
public enum Flag {
  TRUE,
  FALSE,
  UNKNOWN;

  public static Flag of(@Nullable Boolean value) {
    if (value == null) {
      return UNKNOWN;
    }
    return value ? TRUE : FALSE;
  }

  public boolean mayBeTrue() {
    return this != FALSE;
  }

  /** The portal's later explicit word wins; a missing word changes nothing (C14). */
  public Flag updatedBy(Flag later) {
    return later == UNKNOWN ? this : later;
  }
}
