package id.aduan.lapor.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An agency's public answer (tindak lanjut) on its way to the portal. Only what the agency's system
 * proves public becomes one (D14).
 *
 * @param changeId the agency system's own id of the change, unique within that agency
 * @param answeredAt when the agency's system says it was written
 * @param secret whether only the reporter may read it on the portal
 * @param template the portal's code of its sentence; empty for the usual one
 * @param leg how many times the case had gone to the agency; 1 in what an older version wrote
 * @param enclosures files that a person put to it; none in what an older version wrote
 */
public record FollowUp(
    TrackingId complaint,
    AgencyCode agency,
    String changeId,
    Instant answeredAt,
    String content,
    List<Attachment> attachments,
    boolean secret,
    String template,
    int leg,
    List<Enclosure> enclosures) {

  public FollowUp {
    enclosures = List.copyOf(Objects.requireNonNullElse(enclosures, List.of()));
    leg = Math.max(1, leg);
    attachments = List.copyOf(attachments);
    template = Objects.requireNonNullElse(template, "");
  }

  /** One that the public may read, with the portal's usual template. */
  public FollowUp(
      TrackingId complaint,
      AgencyCode agency,
      String changeId,
      Instant answeredAt,
      String content,
      List<Attachment> attachments) {
    this(complaint, agency, changeId, answeredAt, content, attachments, false, "", 1, List.of());
  }

  /** The same in other words. */
  public FollowUp worded(String words) {
    return with(words, attachments, secret, enclosures);
  }

  /** The same for the reporter alone. */
  public FollowUp withheld() {
    return with(content, attachments, true, enclosures);
  }

  /** The same with these files of the agency's. */
  public FollowUp filed(List<Attachment> files) {
    return with(content, files, secret, enclosures);
  }

  /** The same with these files that a person put to it. */
  public FollowUp enclosing(List<Enclosure> files) {
    return with(content, attachments, secret, files);
  }

  private FollowUp with(
      String words, List<Attachment> files, boolean withheld, List<Enclosure> put) {
    return new FollowUp(
        complaint, agency, changeId, answeredAt, words, files, withheld, template, leg, put);
  }

  @Override
  public String toString() {
    return "FollowUp[" + complaint + " " + agency + " " + changeId + "]";
  }
}
