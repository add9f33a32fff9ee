package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.Links;
import id.aduan.lapor.sync.PublicAnswers.Whose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agencies of a case as a letter names them.
 *
 * @param names of the configuration, by code
 */
record LetterAgencies(List<Leg> legs, List<Links.Linked> links, Map<String, String> names) {
  private static final String NOTHING = "-";

  /**
   * Which one the letter is about: the one that is asked for, or else the one that leads.
   *
   * @throws IllegalArgumentException when that agency has not had it
   */
  Optional<Leg> chosen(Optional<AgencyCode> agency) {
    if (agency.isEmpty()) {
      return last(legs.stream().filter(Leg::lead).toList());
    }
    Optional<Leg> last = last(of(agency.get()));
    if (last.isEmpty()) {
      throw new IllegalArgumentException("that agency has not had the case");
    }
    return last;
  }

  private List<Leg> of(AgencyCode agency) {
    return legs.stream().filter(it -> it.agency().equals(agency)).toList();
  }

  private static Optional<Leg> last(List<Leg> some) {
    return some.stream().reduce((earlier, later) -> later);
  }

  /** By what an answer is known to be this agency's. */
  Whose whose(AgencyCode code) {
    boolean alone = legs.stream().allMatch(it -> it.agency().equals(code));
    return new Whose(code, names.getOrDefault(code.value(), ""), alone);
  }

  void tell(Optional<Leg> leg, Map<String, String> values) {
    String code = leg.map(it -> it.agency().value()).orElse("");
    values.put("kode_instansi", LetterFacts.orNothing(code));
    values.put("instansi", LetterFacts.orNothing(names.getOrDefault(code, code)));
    values.put("nomor_tiket", leg.map(this::ticket).orElse(NOTHING));
  }

  /**
   * Why an agency has it no more: what the person said who took it from it, or else the agency's
   * own word for giving it back; the last of the agency that is asked for, or of any.
   */
  Optional<String> reason(Optional<AgencyCode> agency) {
    return agency.map(this::of).orElse(legs).stream()
        .flatMap(leg -> reason(leg).stream())
        .reduce((earlier, later) -> later);
  }

  private static Optional<String> reason(Leg leg) {
    return leg.personsReason()
        .or(
            () ->
                Optional.of(leg.word())
                    .filter(word -> leg.handling() == Handling.RETURNED && !word.isBlank()));
  }

  private String ticket(Leg leg) {
    return links.stream()
        .filter(it -> it.leg() == leg.number() && it.ticket().agency().equals(leg.agency()))
        .map(it -> it.ticket().number())
        .reduce(NOTHING, (earlier, later) -> later);
  }

  /** Those that have it besides the one that leads. */
  List<Map<String, String>> others() {
    List<Map<String, String>> items = new ArrayList<>();
    for (Leg leg : legs) {
      if (leg.isOpen() && !leg.lead()) {
        String code = leg.agency().value();
        items.add(
            Map.of(
                "nomor", Integer.toString(items.size() + 1),
                "nama", names.getOrDefault(code, code),
                "tiket", ticket(leg)));
      }
    }
    return items;
  }
}
