package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A case: the complaint as last applied, and what we decided about it.
 *
 * @param revision the portal's version of the applied state, if it gives one (C3)
 * @param updatedAt when the portal says that the applied state came about, if it says so
 * @param assigned where it goes; empty while it is withheld
 */
public record CaseRecord(
    Complaint complaint,
    OptionalLong revision,
    Optional<Instant> updatedAt,
    Instant firstSeenAt,
    Optional<Assignment> assigned) {

  /**
   * Which agency answers, and why (D13).
   *
   * @param where the line of the mapping that decided
   * @param mappingVersion the version that it stands in; an open case keeps it (D8)
   */
  public record Assignment(AgencyCode agency, String rule, String where, String mappingVersion) {
    /** The rule of what a person decided: the portal's disposition does not move it by itself. */
    public static final String PERSON = "PERSON";

    /** The same decision, for another of its agencies. */
    Assignment to(AgencyCode other) {
      return new Assignment(other, rule, where, mappingVersion);
    }
  }

  /** A new case, told by this state. */
  static CaseRecord of(PortalState told, Instant now) {
    return new CaseRecord(
        told.complaint(), told.revision(), told.updatedAt(), now, Optional.empty());
  }

  /** The case after a newer state, whose complaint has been merged into ours already. */
  CaseRecord with(Complaint merged, PortalState told) {
    return new CaseRecord(
        merged,
        told.revision().isPresent() ? told.revision() : revision,
        told.updatedAt().or(() -> updatedAt),
        firstSeenAt,
        assigned);
  }

  /** The case with more known of its complaint than a state of the portal tells. */
  CaseRecord with(Complaint more) {
    return new CaseRecord(more, revision, updatedAt, firstSeenAt, assigned);
  }

  CaseRecord assigned(Assignment assignment) {
    return new CaseRecord(complaint, revision, updatedAt, firstSeenAt, Optional.of(assignment));
  }
}
