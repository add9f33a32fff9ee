package id.aduan.lapor.portal;

import id.aduan.lapor.complaint.Complaint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the portal says of a complaint at one moment.
 *
 * @param revision the portal's own version of it, if it gives one: higher is later
 * @param updatedAt when the portal says it last changed; compared only with times of the portal
 * @param whole whether it tells the complaint itself and not only its number, so that nothing has
 *     to be fetched
 * @param entries what is told of its log and follow-ups, oldest first; none of them says that
 *     others are gone
 * @param unfamiliar what could be read but is not known, for whoever keeps the profile: names of
 *     fields, and words of statuses and classifications; never a person's words
 */
public record PortalState(
    Complaint complaint,
    OptionalLong revision,
    Optional<Instant> updatedAt,
    boolean whole,
    List<PortalEntry> entries,
    List<String> unfamiliar) {

  public PortalState {
    entries = List.copyOf(entries);
    unfamiliar = List.copyOf(unfamiliar);
  }

  /** A state without entries, in which everything is known. */
  public PortalState(
      Complaint complaint, OptionalLong revision, Optional<Instant> updatedAt, boolean whole) {
    this(complaint, revision, updatedAt, whole, List.of(), List.of());
  }
}
