package id.aduan.lapor.filing;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.portal.PortalFiler;
import java.time.Instant;
import java.util.Optional;

/**
 * A report on its way to the portal, and how far it has come. Each step is kept before the next one
 * begins, so that none is taken again because of a later one (portal-wire 12 no. 4).
 *
 * @param id our number of it, from 1
 * @param sent what goes out, as it was when the report was taken: settings may change, and what was
 *     sent has to be found again
 * @param contentHash over the report and its files: the same number with another hash is another
 *     report under a number that is taken (C4)
 * @param step what is to be done next
 * @param uploaded the portal's reference of the files; empty before, and without files
 * @param seenAs the complaint that the portal told with this very text; not yet proven by an answer
 * @param trackingId the complaint, once it stands on the portal
 * @param createdAt when we learnt that it stands there
 * @param forwardedAt when we learnt that it is with its institution
 */
public record Filing(
    long id,
    LocalReport report,
    PortalFiler.Report sent,
    String contentHash,
    Step step,
    String uploaded,
    Optional<TrackingId> seenAs,
    Optional<TrackingId> trackingId,
    Instant filedAt,
    Optional<Instant> createdAt,
    Optional<Instant> forwardedAt) {

  /** What is to be done next. Stored by name: a constant is never renamed. */
  public enum Step {
    /** The files go first. Repeated, it leaves files at the portal that belong to nothing. */
    UPLOAD("upload"),
    /** The complaint is made; never blindly a second time. */
    CREATE("create"),
    /** It stands on the portal, and goes on to the institution that is to answer. */
    FORWARD("forward"),
    /** All is done. */
    DONE("");

    private final String operation;

    Step(String operation) {
      this.operation = operation;
    }

    /** What the outbox calls it. */
    public String operation() {
      return operation;
    }
  }

  /** One that was just taken. */
  public static Filing of(
      LocalReport report, PortalFiler.Report sent, String contentHash, Step first, Instant now) {
    return new Filing(
        0,
        report,
        sent,
        contentHash,
        first,
        "",
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  /** The same under its number. */
  public Filing numbered(long number) {
    return new Filing(
        number,
        report,
        sent,
        contentHash,
        step,
        uploaded,
        seenAs,
        trackingId,
        filedAt,
        createdAt,
        forwardedAt);
  }

  /** Its files stand at the portal. */
  public Filing uploaded(String reference) {
    return new Filing(
        id,
        report,
        sent,
        contentHash,
        Step.CREATE,
        reference,
        seenAs,
        trackingId,
        filedAt,
        createdAt,
        forwardedAt);
  }

  /** The portal told a complaint of this very text. */
  public Filing seenAs(TrackingId complaint) {
    return new Filing(
        id,
        report,
        sent,
        contentHash,
        step,
        uploaded,
        Optional.of(complaint),
        trackingId,
        filedAt,
        createdAt,
        forwardedAt);
  }

  /**
   * The complaint stands on the portal.
   *
   * @param next {@link Step#FORWARD} or {@link Step#DONE}
   */
  public Filing created(TrackingId complaint, Step next, Instant now) {
    return new Filing(
        id,
        report,
        sent,
        contentHash,
        next,
        uploaded,
        seenAs,
        Optional.of(complaint),
        filedAt,
        Optional.of(now),
        forwardedAt);
  }

  /** It is with its institution. */
  public Filing forwarded(Instant now) {
    return new Filing(
        id,
        report,
        sent,
        contentHash,
        Step.DONE,
        uploaded,
        seenAs,
        trackingId,
        filedAt,
        createdAt,
        Optional.of(now));
  }

  /**
   * In whose lane its steps go out. The engine knows no lane without a number, so it is {@code 01}
   * and thirteen digits; the portal's numbers do not begin with a zero.
   */
  public Lane lane() {
    return new Lane(new TrackingId("01%013d".formatted(id)), Targets.PORTAL_FILING);
  }

  /**
   * Over the text that is sent, without its white space: by it the complaint is known when the
   * portal tells it before its number has reached us.
   */
  public String textHash() {
    return Fingerprint.ofText(sent.content());
  }

  /** Which filing has this lane. */
  public static long idOf(Lane lane) {
    return Long.parseLong(lane.complaint().value().substring(2));
  }

  @Override
  public String toString() {
    return "Filing[" + id + " " + step + "]";
  }
}
