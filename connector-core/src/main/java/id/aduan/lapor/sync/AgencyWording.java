package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.Instant;
import java.util.Map;

/**
 * A case as one of its agencies is to see it: under the reference of its leg, and with the agency's
 * own words by the mapping that sent it there (D8). Safe for use by many threads.
 */
record AgencyWording(Mappings mappings) {
  AgencyComplaint visible(Complaint complaint, Leg leg, Instant now) {
    Map<String, String> words =
        of(leg, now).words(leg.agency().value(), Question.of(complaint), complaint.status());
    return AgencyComplaint.of(complaint, leg.number(), words);
  }

  /**
   * The mapping that a leg keeps; the one that counts, should that version not be known any more.
   */
  Mapping of(Leg leg, Instant now) {
    return mappings.version(leg.why().mappingVersion()).orElseGet(() -> mappings.at(now));
  }
}
