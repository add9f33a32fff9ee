package id.aduan.lapor.portal.export;

import id.aduan.lapor.complaint.Institution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names the institutions have and had. The portal writes a name as it is on the day of the
 * export, so that one id has several (portal-wire 4.5); what two ids are or were called tells
 * nothing. Immutable.
 */
public final class InstitutionNames {
  public static final InstitutionNames NONE = new InstitutionNames(Map.of());
  private final Map<String, String> idByName;

  private InstitutionNames(Map<String, String> idByName) {
    this.idByName = Map.copyOf(idByName);
  }

  /** Of the names of each id, old ones too. */
  public static InstitutionNames of(Map<String, List<String>> namesById) {
    Map<String, String> ids = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    namesById.forEach(
        (id, names) ->
            names.stream()
                .map(Column::plain)
                .forEach(
                    name -> {
                      String other = ids.put(name, id);
                      if (other != null && !other.equals(id)) {
                        ambiguous.add(name);
                      }
                    }));
    ids.keySet().removeAll(ambiguous);
    return new InstitutionNames(ids);
  }

  /** The institution of that name; without an id where it is not known for certain. */
  Institution named(String name) {
    return new Institution(idByName.getOrDefault(Column.plain(name), ""), name);
  }
}
