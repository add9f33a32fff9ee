package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A case as one of its agencies is to see it: under the reference of its leg, and with the agency's
 * own words by the mapping that sent it there (D8). Safe for use by many threads.
 */
record AgencyWording(Mappings mappings) {
  private static final String STATUS = "status";

  AgencyComplaint visible(Complaint complaint, Leg leg, Instant now) {
    return AgencyComplaint.of(complaint, leg.number(), words(complaint, leg, now));
  }

  /**
   * The mapping that a leg keeps; the one that counts, should that version not be known any more.
   */
  Mapping of(Leg leg, Instant now) {
    return mappings.version(leg.why().mappingVersion()).orElseGet(() -> mappings.at(now));
  }

  /** That nobody objected for ten days is not solved: no word that says so is written (C13). */
  private Map<String, String> words(Complaint complaint, Leg leg, Instant now) {
    Mapping mapping = of(leg, now);
    String agency = leg.agency().value();
    Map<String, String> words =
        new HashMap<>(mapping.words(agency, Question.of(complaint), complaint.status()));
    boolean unsaid =
        complaint.status().stage() == Stage.CLOSED && complaint.status().actor() == Actor.SYSTEM;
    if (unsaid && mapping.handling(agency, words.getOrDefault(STATUS, "")) == Handling.DONE) {
      words.remove(STATUS);
    }
    return words;
  }
}
