package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.portal.PortalFiler;
import java.util.Map;
import java.util.Optional;

/**
 * What the coordinator (admin koordinator) has a say in.
 *
 * @param deliver when a complaint goes out by itself (D13)
 * @param forwarding by what a complaint is given back on the portal, or passed on there; empty
 *     where that cannot be done
 * @param reach the portal's number of each agency that the portal reaches by a forwarding instead
 *     of a disposition, such as a vertical agency in its ministry's tree (TRM-04)
 */
public record CoordinatorRules(
    DeliverMode deliver, Optional<PortalFiler> forwarding, Map<AgencyCode, String> reach) {
  /** All goes out at once, and nothing is given back on the portal from here. */
  public static final CoordinatorRules DEFAULT =
      new CoordinatorRules(DeliverMode.AUTOMATIC, Optional.empty(), Map.of());

  public CoordinatorRules {
    reach = Map.copyOf(reach);
  }
}
