package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.util.Optional;

/**
 * One message to one office by one way, and what is known of it. Holds no personal data: neither an
 * address nor a text.
 *
 * @param key equal for the same message, however often it is asked for
 * @param complaint of a digest, the synthetic id of its day and office
 * @param madeAt when it was put into the outbox
 * @param sentAt when the server of its way took it
 * @param deliveredAt when it was reported to have arrived
 * @param readAt when it was read, by report or because the agency acted on the case
 * @param failedAt when it was given up
 * @param code why it was given up; else empty
 * @param reference what the server of its way calls it; empty if it gave no name
 */
public record Notification(
    String key,
    TrackingId complaint,
    Optional<AgencyCode> agency,
    Role role,
    Channel channel,
    Notice.Kind kind,
    String occasion,
    Instant madeAt,
    Optional<Instant> sentAt,
    Optional<Instant> deliveredAt,
    Optional<Instant> readAt,
    Optional<Instant> failedAt,
    String code,
    String reference) {

  Notification sent(Instant now, String newReference) {
    return with(Optional.of(now), deliveredAt, readAt, Optional.empty(), "", newReference);
  }

  Notification failed(Instant now, String why) {
    return with(sentAt, deliveredAt, readAt, Optional.of(now), why, reference);
  }

  Notification delivered(Instant now) {
    return with(sentAt, deliveredAt.or(() -> Optional.of(now)), readAt, failedAt, code, reference);
  }

  /** What was read has arrived, whether anybody said so or not; it is not written as if it had. */
  Notification read(Instant now) {
    return with(sentAt, deliveredAt, readAt.or(() -> Optional.of(now)), failedAt, code, reference);
  }

  private Notification with(
      Optional<Instant> newSentAt,
      Optional<Instant> newDeliveredAt,
      Optional<Instant> newReadAt,
      Optional<Instant> newFailedAt,
      String newCode,
      String newReference) {
    return new Notification(
        key,
        complaint,
        agency,
        role,
        channel,
        kind,
        occasion,
        madeAt,
        newSentAt,
        newDeliveredAt,
        newReadAt,
        newFailedAt,
        newCode,
        newReference);
  }
}
