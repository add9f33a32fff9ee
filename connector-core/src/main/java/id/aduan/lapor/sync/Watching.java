package id.aduan.lapor.sync;

/**
 * What is watched of what the portal tells.
 *
 * @param unfamiliar told what it says that is not known
 * @param following how cases are read again by their numbers
 */
public record Watching(Unfamiliar unfamiliar, Following following) {
  /** One by which no case is read again. */
  public static Watching of(Unfamiliar unfamiliar, CaseStore store) {
    return new Watching(unfamiliar, Following.off(store));
  }
}
