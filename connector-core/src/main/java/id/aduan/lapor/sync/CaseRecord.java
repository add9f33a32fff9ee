package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A case: the complaint as last applied, and what we decided about it.
 *
 * @param revision the portal's version of the applied state, if it gives one (C3)
 * @param assigned where it goes; empty while it is withheld
 */
public record CaseRecord(
    Complaint complaint,
    OptionalLong revision,
    Instant firstSeenAt,
    Optional<Assignment> assigned) {

  /**
   * Which agency answers, and why (D13).
   *
   * @param where the line of the mapping that decided
   * @param mappingVersion the version that it stands in; an open case keeps it (D8)
   */
  public record Assignment(AgencyCode agency, String rule, String where, String mappingVersion) {}

  CaseRecord with(Complaint newer, OptionalLong newerRevision) {
    OptionalLong kept = newerRevision.isPresent() ? newerRevision : revision;
    return new CaseRecord(newer, kept, firstSeenAt, assigned);
  }

  CaseRecord assigned(Assignment assignment) {
    return new CaseRecord(complaint, revision, firstSeenAt, Optional.of(assignment));
  }
}
