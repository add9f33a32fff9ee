package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One case as a recap tells it (CMP-12), as a whole or of one of its agencies alone. Holds nothing
 * of the reporter: neither a name nor what the report says beyond its title and place.
 *
 * @param receivedAt when the portal received it; where that cannot be believed, when it came here
 * @param part whether it was received in the period, or before
 * @param agencies who has it or had it to the end, the one that answers for the whole first; of a
 *     recap of one agency that one alone
 * @param disposedAt when it was first given to an agency
 * @param answeredAt when the first public answer stood on the portal
 * @param closedAt when it ended; empty while it has not, or has been opened again
 * @param clocks those that run, or ran, for an office
 * @param files how many the reporter sent
 * @param filesKept how many of the case's files are kept here
 * @param title {@value #HIDDEN} or {@value #NO_MORE} for what must not be shown
 * @param location empty for what must not be shown
 */
public record RecapRow(
    String trackingId,
    Instant receivedAt,
    Part part,
    Classification.Kind classification,
    String category,
    String channel,
    Standing standing,
    List<String> agencies,
    boolean secret,
    boolean anonymous,
    Optional<Instant> disposedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> closedAt,
    List<Timing> clocks,
    int files,
    int filesKept,
    String title,
    String location) {
  /** In place of a title that must not be shown. */
  public static final String HIDDEN = "(rahasia)";

  /** In place of the title of a case that the portal has no more: whose it is, is not known. */
  public static final String NO_MORE = "(tidak ada lagi di portal)";

  public RecapRow {
    agencies = List.copyOf(agencies);
    clocks = List.copyOf(clocks);
  }

  /** How a case comes into a period. */
  public enum Part {
    /** Received in it. */
    RECEIVED,
    /** Received before, and not ended when it began. */
    CARRIED
  }

  /** Where a case stands, as a recap counts it. */
  public enum Standing {
    UNVERIFIED,
    WAITING_FOR_REPORTER,
    VERIFIED,
    IN_PROGRESS,
    REPORTER_REPLIED,
    CLOSED,
    ARCHIVED,
    REJECTED,
    BLOCKED,
    /** The portal's word is not known: whether the case is open is not known either. */
    UNKNOWN,
    /** The portal has it no more (F60). */
    GONE,
    /** What an agency says of its own part, in a recap of that agency: taken note of. */
    AGENCY_RECEIVED,
    AGENCY_IN_PROGRESS,
    AGENCY_WAITING,
    /** The agency is done with it; the portal has not closed it. */
    AGENCY_DONE,
    /** The agency gave it back (CMP-07). */
    AGENCY_RETURNED;

    static Standing of(Stage stage) {
      return valueOf(stage.name());
    }

    /** Whether only recaps of one agency have it. */
    public boolean isOfAgency() {
      return compareTo(GONE) > 0;
    }
  }

  /**
   * A clock of the case; of a rule with several rounds the last.
   *
   * @param overdue whether it runs and its end has passed
   * @param wasLate whether it was late before: in an earlier round, when it was paused, or when the
   *     portal had the case no more
   * @param used how many whole units of its limit are used up; empty where that is not known
   */
  public record Timing(
      String rule,
      Clock.State state,
      LocalDate dueOn,
      Instant dueAt,
      boolean overdue,
      boolean wasLate,
      Optional<Integer> used,
      Limit limit) {
    /** Whether it was kept too late, or has not been kept in time: once late stays late. */
    public boolean late() {
      return state == Clock.State.MISSED || overdue || wasLate;
    }

    /** This round after an earlier one of the same rule. */
    Timing after(Timing earlier) {
      boolean late = wasLate || earlier.late();
      return new Timing(rule, state, dueOn, dueAt, overdue, late, used, limit);
    }
  }

  /** Whether any of its clocks has passed while the case still waits. */
  public boolean overdue() {
    return clocks.stream().anyMatch(Timing::overdue);
  }

  /** Whether it is known that it has not ended. */
  public boolean open() {
    return closedAt.isEmpty() && standing != Standing.UNKNOWN && standing != Standing.GONE;
  }
}
