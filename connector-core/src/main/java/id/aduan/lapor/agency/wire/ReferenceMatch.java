package id.aduan.lapor.agency.wire;

import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.Lookup.Absent;
import id.aduan.lapor.delivery.Lookup.CannotTell;
import id.aduan.lapor.delivery.Lookup.Found;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether one of the tickets that a search found is ours (C7). Pure.
 *
 * <p>A wrong "absent" makes a second ticket. A search that returns neighbours is borne, but a page
 * full of them is no search: a system that ignores the question lists what it has.
 */
public final class ReferenceMatch {
  private static final int NEIGHBOURS_MAX = 10;

  private ReferenceMatch() {}

  /**
   * A ticket that the search found.
   *
   * @param reference what stands where our reference should; nothing if that is no text
   * @param number nothing if it has none that can be read
   */
  public record Candidate(Optional<String> reference, Optional<String> number) {}

  /** The one whose reference is ours. {@code what} names the search in messages. */
  public static Lookup byReference(String what, List<Candidate> found, String ours) {
    for (Candidate candidate : found) {
      if (candidate.reference().isEmpty()) {
        return new CannotTell(what + " found a ticket whose reference is no text", false);
      }
      if (candidate.reference().get().strip().equals(ours)) {
        return number(what, candidate);
      }
    }
    return found.size() < NEIGHBOURS_MAX
        ? new Absent()
        : new CannotTell(what + " found many tickets, none with our reference", false);
  }

  /** The only one, where the system does not tell the reference back. */
  public static Lookup single(String what, List<Candidate> found) {
    if (found.isEmpty()) {
      return new Absent();
    }
    return found.size() == 1
        ? number(what, found.get(0))
        : new CannotTell(what + " found several tickets, and 'match' is not set", false);
  }

  private static Lookup number(String what, Candidate candidate) {
    return candidate
        .number()
        .<Lookup>map(Found::new)
        .orElseGet(() -> new CannotTell(what + " found a ticket without a number", false));
  }
}
