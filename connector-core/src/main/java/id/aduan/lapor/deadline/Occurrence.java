package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyCode;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that happened to a case. Holds no personal data.
 *
 * @param at when it happened, as far as that can be believed
 * @param agency whose case it was made by it, or whose doing it was
 * @param detail for {@link CaseEvent#EXTENDED} the rule's id, for {@link CaseEvent#RECEIVED} the
 *     name of the start's {@link Clock.Mark}, if it has one, for what an entry of the portal told
 *     beside its status the word {@code entry}; else empty
 * @param reason why, where a person recorded it; else empty
 */
public record Occurrence(
    CaseEvent event, Instant at, Optional<AgencyCode> agency, String detail, String reason) {

  public static Occurrence of(CaseEvent event, Instant at) {
    return new Occurrence(event, at, Optional.empty(), "", "");
  }

  public static Occurrence of(CaseEvent event, Instant at, AgencyCode agency) {
    return new Occurrence(event, at, Optional.of(agency), "", "");
  }
}
