package id.aduan.lapor.delivery;

/** What a search at the far end for something that may have been stored found (C7). */
public sealed interface Lookup {
  /** It is there, under this reference (may be empty where the far end numbers nothing). */
  record Found(String reference) implements Lookup {}

  /** The far end answered, and it is not there. */
  record Absent() implements Lookup {}

  /** The far end could not be asked, or gave no usable answer. Proves nothing. */
  record CannotTell(String detail) implements Lookup {}
}
