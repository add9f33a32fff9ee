package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that offices are to be told. Holds no personal data: its facts are those of a closed
 * list.
 *
 * @param complaint empty for a digest alone
 * @param agency whose case it is; empty for a digest of all agencies
 * @param occasion distinct for each time that it is to be told; of a digest, its day (2026-12-31)
 * @param to whom; those without a contact are passed over
 * @param facts by the name of their placeholder
 */
public record Notice(
    Kind kind,
    Optional<TrackingId> complaint,
    Optional<AgencyCode> agency,
    String occasion,
    Set<Role> to,
    Map<String, String> facts) {
  public static final int OCCASION_CHARACTERS_MAX = 200;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  private static final int OFFICES = 10_000_000;

  /** What a notice is about. Stored by name. */
  public enum Kind {
    /** The agency has a case that it had not before (SOP-03). */
    CASE_NEW,
    /** The same, after another agency had it. */
    CASE_REROUTED,
    /** The reporter replied, and the agency's own system cannot be told. */
    REPORTER_REPLIED,
    /** The portal has a case no more, and the agency's own system cannot be told (F60). */
    CASE_WITHDRAWN,
    /** The same, for a case whose reporter or text is to be seen by fewer than before (F60). */
    CASE_HIDDEN,
    /** Another agency has a case instead of this one. */
    CASE_MOVED,
    /** A case waits for the coordinator. */
    COORDINATOR_WAITING,
    /** A part of a limit is used up. */
    WARNING,
    /** A limit has passed. */
    OVERDUE,
    /** What is late and what soon will be, once a day. */
    DIGEST;

    /** Whether an agency has to know of it to begin. */
    public boolean opensCase() {
      return this == CASE_NEW || this == CASE_REROUTED;
    }
  }

  /**
   * Refuses what no notice is.
   *
   * @throws IllegalArgumentException for a programmer's mistake; no fact is shown
   */
  public Notice {
    to = Set.copyOf(to);
    facts = Map.copyOf(facts);
    if (occasion.isEmpty() || occasion.length() > OCCASION_CHARACTERS_MAX) {
      throw new IllegalArgumentException("an occasion has 1 to 200 characters");
    }
    if (complaint.isEmpty() != (kind == Kind.DIGEST)) {
      throw new IllegalArgumentException("a digest, and nothing else, is about no one case");
    }
    if (kind == Kind.DIGEST) {
      requireDay(occasion);
    }
    Form.of(kind).requireKnown(facts.keySet());
  }

  /**
   * In whose lane it goes out: the case's, or, since the engine knows no lane without a number, one
   * made of the digest's day and of whom it is for, so that no office waits for another's mailbox:
   * {@code 00}, {@code yymmdd} and seven digits. The portal's numbers do not begin with a zero.
   */
  TrackingId lane(Role role) {
    return complaint.orElseGet(() -> digestLane(role));
  }

  private TrackingId digestLane(Role role) {
    String whose = agency.map(AgencyCode::value).orElse("") + "|" + role.name();
    return new TrackingId(
        "00"
            + LocalDate.parse(occasion).format(DAY)
            + "%07d".formatted(Math.floorMod(whose.hashCode(), OFFICES)));
  }

  private static void requireDay(String occasion) {
    try {
      LocalDate unused = LocalDate.parse(occasion);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the occasion of a digest is its day", e);
    }
  }
}
