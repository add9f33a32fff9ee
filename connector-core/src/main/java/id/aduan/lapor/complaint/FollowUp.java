package id.aduan.lapor.complaint;

import java.time.Instant;
import java.util.List;

/**
 * An agency's public answer (tindak lanjut) on its way to the portal. Only what the agency's system
 * proves public becomes one (D14).
 *
 * @param changeId the agency system's own id of the change, unique within that agency
 * @param answeredAt when the agency's system says it was written
 */
public record FollowUp(
    TrackingId complaint,
    AgencyCode agency,
    String changeId,
    Instant answeredAt,
    String content,
    List<Attachment> attachments) {

  public FollowUp {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "FollowUp[" + complaint + " " + agency + " " + changeId + "]";
  }
}
