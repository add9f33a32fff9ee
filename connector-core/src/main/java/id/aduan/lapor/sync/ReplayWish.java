package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import java.util.Optional;

/**
 * How something that waits is to be let go.
 *
 * @param newMapping whether it is routed and rendered anew from the case, by the mapping that is in
 *     use now; otherwise it goes out as it is
 * @param absent whether the operator looked at the far end, and it is not there
 * @param present the far end's reference under which the operator found it there
 */
public record ReplayWish(boolean newMapping, boolean absent, Optional<String> present) {
  /** As it is; nobody looked. */
  public static final ReplayWish PLAIN = new ReplayWish(false, false, Optional.empty());

  /**
   * Refuses what contradicts itself.
   *
   * @throws IllegalArgumentException when it is said to be there and not to be, or is to be
   *     rendered anew though it is there, or the reference is none
   */
  public ReplayWish {
    if (present.isPresent() && (absent || newMapping)) {
      throw new IllegalArgumentException("what is there is neither absent nor rendered anew");
    }
    present.ifPresent(ReplayWish::requireReference);
  }

  private static void requireReference(String reference) {
    if (AgencyTicket.readNumber(reference).filter(reference::equals).isEmpty()) {
      throw new IllegalArgumentException("a reference is 1 to 128 characters on one line");
    }
  }

  Optional<AgencyTicket> ticket(AgencyCode agency) {
    return present.map(number -> new AgencyTicket(agency, number));
  }
}
