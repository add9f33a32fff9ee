package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The legs of a case, however they are kept: in rows of their own, or, for a case that went to one
 * agency and of which nothing was said since, in its assignment alone. Of such a one the leg began
 * when the case was first seen. Safe for use by many threads.
 */
public record CaseLegs(CaseStore store) {
  /**
   * The legs of a case in the order in which they began; none while it is withheld.
   *
   * @throws id.aduan.lapor.failure.CorruptRowException when one of them is damaged
   */
  public List<Leg> of(Tx tx, CaseRecord record) {
    if (record.assigned().isEmpty()) {
      return List.of();
    }
    List<Leg> kept = store.legs().of(tx, record.complaint().id());
    return kept.isEmpty() ? List.of(only(record, record.assigned().get())) : kept;
  }

  /**
   * What of the legs is known by the tickets and the assignment alone, where a row of them is
   * damaged; not to be saved.
   */
  List<Leg> byTickets(Tx tx, CaseRecord record) {
    TrackingId id = record.complaint().id();
    List<Leg> known = new ArrayList<>();
    record.assigned().map(why -> only(record, why)).ifPresent(known::add);
    for (Links.Linked linked : store.links().of(tx, id)) {
      AgencyCode agency = linked.ticket().agency();
      if (find(known, agency, linked.leg()).isEmpty()) {
        Assignment why =
            record
                .assigned()
                .map(it -> it.to(agency))
                .orElseGet(() -> new Assignment(agency, Assignment.PERSON, "", ""));
        known.add(Leg.begun(id, linked.leg(), false, why, record.firstSeenAt()));
      }
    }
    return List.copyOf(known);
  }

  private static Leg only(CaseRecord record, Assignment why) {
    Leg leg = Leg.begun(record.complaint().id(), 1, true, why, record.firstSeenAt());
    return StatusEvents.ends(record.complaint().status())
        ? leg.ended(record.updatedAt().orElse(record.firstSeenAt()))
        : leg;
  }

  /** Those that agencies still have to do with. */
  static List<Leg> open(List<Leg> legs) {
    return legs.stream().filter(Leg::isOpen).toList();
  }

  /** The newest of each agency, in the order in which these began. */
  static List<Leg> newest(List<Leg> legs) {
    List<Leg> newest = new ArrayList<>();
    for (Leg leg : legs) {
      newest.removeIf(earlier -> earlier.agency().equals(leg.agency()));
      newest.add(leg);
    }
    return List.copyOf(newest);
  }

  /** The newest of this agency; none if the case never went there. */
  static Optional<Leg> newest(List<Leg> legs, AgencyCode agency) {
    return newest(legs).stream().filter(leg -> leg.agency().equals(agency)).findFirst();
  }

  /** The leg of an agency and number. */
  static Optional<Leg> find(List<Leg> legs, AgencyCode agency, int number) {
    return legs.stream()
        .filter(leg -> leg.agency().equals(agency) && leg.number() == number)
        .findFirst();
  }

  /** The legs with this one in the place of the one of its agency and number. */
  static List<Leg> with(List<Leg> legs, Leg newer) {
    return legs.stream()
        .map(
            leg ->
                leg.agency().equals(newer.agency()) && leg.number() == newer.number() ? newer : leg)
        .toList();
  }

  /**
   * Whether the case is answered: each agency that has it has its answer on the portal. What one
   * gave back is not answered before a person has said whose it is (CMP-07).
   */
  static boolean isAnswered(List<Leg> legs) {
    List<Leg> open = open(legs);
    return !open.isEmpty()
        && open.stream()
            .allMatch(leg -> leg.state() == Leg.State.ACTIVE && leg.answeredAt().isPresent());
  }

  /** Those whose tickets say what the case is: not those that another agency has instead. */
  static List<Leg> told(List<Leg> legs) {
    return newest(legs).stream().filter(leg -> leg.state() != Leg.State.MOVED).toList();
  }
}
