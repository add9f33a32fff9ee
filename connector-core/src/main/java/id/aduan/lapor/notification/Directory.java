package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.Map;
import java.util.Optional;

/**
 * Says how an office is reached. Asked anew for each attempt, so that an address that was mended is
 * the one that the next attempt uses. Asked by many threads.
 */
@FunctionalInterface
public interface Directory {
  /**
   * The contact of a role.
   *
   * @param agency whose; empty for a notice about all agencies
   */
  Optional<Contact> find(Optional<AgencyCode> agency, Role role);

  /**
   * A fixed one.
   *
   * @param each the offices of each agency
   * @param common those of the region, for agencies that name no other
   */
  static Directory of(Map<AgencyCode, Map<Role, Contact>> each, Map<Role, Contact> common) {
    Map<AgencyCode, Map<Role, Contact>> own = Map.copyOf(each);
    Map<Role, Contact> shared = Map.copyOf(common);
    return (agency, role) ->
        agency
            .map(code -> own.getOrDefault(code, Map.of()).get(role))
            .or(() -> Optional.ofNullable(shared.get(role)));
  }
}
