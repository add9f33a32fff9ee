package id.aduan.lapor.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A complaint (pengaduan) as the portal tells it at one moment. What the portal left out is an
 * empty string, an empty optional or an UNKNOWN; nothing is guessed.
 *
 * <p>The text form shows the tracking id alone: the rest is about a person.
 *
 * @param receivedAt when the portal received it; the statutory clocks start here
 * @param disposition the institution that the portal has already assigned it to
 */
public record Complaint(
    TrackingId id,
    String title,
    String content,
    Optional<Category> category,
    Classification classification,
    String channel,
    Visibility visibility,
    Optional<Instant> receivedAt,
    Optional<LocalDate> incidentOn,
    String location,
    Status status,
    Optional<Institution> disposition,
    List<Attachment> attachments,
    Reporter reporter) {

  public Complaint {
    attachments = List.copyOf(attachments);
  }

  /**
   * This state of the complaint on top of an earlier one: what the portal left out this time stays
   * as it was (a thin message takes nothing away).
   */
  public Complaint over(Complaint earlier) {
    return new Complaint(
        id,
        orElse(title, earlier.title),
        orElse(content, earlier.content),
        category.or(() -> earlier.category),
        classification.equals(Classification.UNKNOWN) ? earlier.classification : classification,
        orElse(channel, earlier.channel),
        earlier.visibility.updatedBy(visibility),
        receivedAt.or(() -> earlier.receivedAt),
        incidentOn.or(() -> earlier.incidentOn),
        orElse(location, earlier.location),
        status.equals(Status.UNKNOWN) ? earlier.status : status,
        disposition.or(() -> earlier.disposition),
        attachments.isEmpty() ? earlier.attachments : attachments,
        reporter.isEmpty() ? earlier.reporter : reporter);
  }

  /** The same with other flags. */
  public Complaint with(Visibility other) {
    return new Complaint(
        id,
        title,
        content,
        category,
        classification,
        channel,
        other,
        receivedAt,
        incidentOn,
        location,
        status,
        disposition,
        attachments,
        reporter);
  }

  private static String orElse(String text, String earlier) {
    return text.isEmpty() ? earlier : text;
  }

  @Override
  public String toString() {
    return "Complaint[" + id + "]";
  }
}
