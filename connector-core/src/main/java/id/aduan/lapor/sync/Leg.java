package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * One time that a case goes to one agency: with a ticket, a status and an end of its own. A case
 * with several agencies has several at once, and one that is opened again gets another one with the
 * same agency.
 *
 * @param number how many times the case has gone to this agency
 * @param lead whether this agency answers for the whole (penanggung jawab); one of a case does
 * @param why which rule or person sent it there
 * @param word the agency's own word for {@code handling}, as its system has it; may be empty
 * @param said the change of the agency's ticket that told it; none where nothing did
 * @param since when it went there
 * @param until when it ended
 * @param answeredAt when its public answer stood on the portal
 * @param reason why it ended, in the words of whoever ended it; may be empty
 */
public record Leg(
    TrackingId complaint,
    AgencyCode agency,
    int number,
    State state,
    boolean lead,
    Assignment why,
    Handling handling,
    String word,
    Optional<Said> said,
    Instant since,
    Optional<Instant> until,
    Optional<Instant> answeredAt,
    String reason) {

  /** Ended, since nobody here has the case any more. */
  static final String GIVEN_BACK = "given back";

  /** Ended by another disposition of the portal. */
  static final String DISPOSED_ANEW = "disposed anew";

  /** Ended by another mapping. */
  static final String OTHER_MAPPING = "another mapping";

  private static final Set<String> OWN_REASONS = Set.of(GIVEN_BACK, DISPOSED_ANEW, OTHER_MAPPING);

  /** Where a leg stands. Stored by name: a constant is never renamed. */
  public enum State {
    /** The agency has it. */
    ACTIVE,
    /** The agency gave it back; it waits for the coordinator, and its clock runs on (CMP-07). */
    RETURNED,
    /** Another agency has it instead. */
    MOVED,
    /** It ended with the case. */
    ENDED
  }

  /**
   * A change of the agency's ticket. Changes of one agency are in the order of its own clock, and
   * those of one moment in that of their ids, so that the order in which we hear of them does not
   * matter (F62).
   */
  public record Said(Instant at, String change) implements Comparable<Said> {
    private static final Comparator<Said> ORDER =
        Comparator.comparing(Said::at)
            .thenComparing(said -> said.change().length())
            .thenComparing(Said::change);

    @Override
    public int compareTo(Said other) {
      return ORDER.compare(this, other);
    }
  }

  /** Why it ended, where a person said it. */
  public Optional<String> personsReason() {
    return Optional.of(reason).filter(why -> !why.isBlank() && !OWN_REASONS.contains(why));
  }

  /** Whether the agency still has to do with it. */
  public boolean isOpen() {
    return state == State.ACTIVE || state == State.RETURNED;
  }

  public Reference reference() {
    return new Reference(complaint, number);
  }

  /** A time that begins. */
  static Leg begun(TrackingId complaint, int number, boolean lead, Assignment why, Instant now) {
    return new Leg(
        complaint,
        why.agency(),
        number,
        State.ACTIVE,
        lead,
        why,
        Handling.UNKNOWN,
        "",
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /** The agency has it, whatever became of it before. */
  Leg active() {
    return with(State.ACTIVE, Optional.empty(), "");
  }

  /** The agency gave it back. */
  Leg returned() {
    return with(State.RETURNED, Optional.empty(), "");
  }

  /** Another agency has it instead, and answers for the whole where this one did. */
  Leg moved(String why, Instant now) {
    return with(State.MOVED, Optional.of(now), why).leading(false);
  }

  Leg ended(Instant now) {
    return with(State.ENDED, Optional.of(now), "");
  }

  private Leg with(State newState, Optional<Instant> end, String why) {
    return new Leg(
        complaint,
        agency,
        number,
        newState,
        lead,
        this.why,
        handling,
        word,
        said,
        since,
        end,
        answeredAt,
        why);
  }

  Leg leading(boolean leads) {
    return new Leg(
        complaint,
        agency,
        number,
        state,
        leads,
        why,
        handling,
        word,
        said,
        since,
        until,
        answeredAt,
        reason);
  }

  /** With another rule or person behind it. */
  Leg because(Assignment newWhy) {
    return new Leg(
        complaint,
        agency,
        number,
        state,
        lead,
        newWhy,
        handling,
        word,
        said,
        since,
        until,
        answeredAt,
        reason);
  }

  /** How far the agency says that it is, by this change of its ticket. */
  Leg handled(Handling newHandling, String newWord, Said by) {
    return new Leg(
        complaint,
        agency,
        number,
        state,
        lead,
        why,
        newHandling,
        newWord,
        Optional.of(by),
        since,
        until,
        answeredAt,
        reason);
  }

  /** Whether this change is a later one than that which the leg goes by. */
  boolean isOlderThan(Said change) {
    return said.isEmpty() || said.get().compareTo(change) < 0;
  }

  /** With its first answer on the portal. */
  Leg answered(Instant at) {
    return new Leg(
        complaint,
        agency,
        number,
        state,
        lead,
        why,
        handling,
        word,
        said,
        since,
        until,
        answeredAt.or(() -> Optional.of(at)),
        reason);
  }
}
