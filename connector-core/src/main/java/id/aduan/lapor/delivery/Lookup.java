package id.aduan.lapor.delivery;

import id.aduan.lapor.failure.FarEndException;

/** What a search at the far end for something that may have been stored found (C7). */
public sealed interface Lookup {
  /** It is there, under this reference (may be empty where the far end numbers nothing). */
  record Found(String reference) implements Lookup {}

  /** The far end answered, and it is not there. */
  record Absent() implements Lookup {}

  /**
   * The far end could not be asked, or gave no usable answer. Proves nothing.
   *
   * @param targetTrouble whether the far end as a whole is in trouble and is left alone for a
   *     while; otherwise it is this one look-up that is refused or broken, and it is tried a
   *     limited number of times
   */
  record CannotTell(String detail, boolean targetTrouble) implements Lookup {
    /** Trouble of the far end as a whole. */
    public CannotTell(String detail) {
      this(detail, true);
    }
  }

  /** What a read that failed says about a look-up. */
  static CannotTell cannotTell(FarEndException trouble) {
    return new CannotTell(trouble.getMessage(), trouble.retryable());
  }
}
