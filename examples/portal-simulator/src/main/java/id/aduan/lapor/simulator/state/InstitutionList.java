package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.Institution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The master list of institutions. */
record InstitutionList(List<Institution> all) {
  /**
   * The institution of this id.
   *
   * @throws IllegalArgumentException when there is none
   */
  Institution get(int id) {
    return all.stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no institution with id " + id));
  }

  /** Follow-ups may name institutions that the master list does not know. */
  @Nullable Institution lenient(String id) {
    return all.stream()
        .filter(each -> String.valueOf(each.id()).equals(id))
        .findFirst()
        .orElseGet(() -> id.matches("\\d{1,9}") ? LogTexts.unnamed(Integer.parseInt(id)) : null);
  }
}
