package id.aduan.lapor.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A complaint (pengaduan) as the portal tells it at one moment. What the portal left out is an
 * empty string, an empty optional or an UNKNOWN; nothing is guessed.
 *
 * <p>The text form shows the tracking id alone: the rest is about a person.
 *
 * @param receivedAt when the portal received it; the statutory clocks start here
 * @param disposition the institution that the portal has already assigned it to
 * @param replies what the reporter added later, in the order in which it was told, at most {@value
 *     #REPLIES_MAX}; the portal's own states have none, since it tells them as entries
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
    Reporter reporter,
    List<ReporterReply> replies) {

  /** More than anybody reads; the earliest ones make room. */
  public static final int REPLIES_MAX = 100;

  public Complaint {
    attachments = List.copyOf(attachments);
    // What an earlier version wrote has none.
    replies = List.copyOf(Objects.requireNonNullElse(replies, List.of()));
  }

  /** The same with more that the reporter added. */
  public Complaint replied(List<ReporterReply> more) {
    List<ReporterReply> all = new ArrayList<>(replies);
    all.addAll(more);
    return with(title, content, all.subList(Math.max(0, all.size() - REPLIES_MAX), all.size()));
  }

  /** The same in other words. */
  public Complaint worded(String newTitle, String newContent) {
    return with(newTitle, newContent, replies);
  }

  private Complaint with(String newTitle, String newContent, List<ReporterReply> newReplies) {
    return new Complaint(
        id,
        newTitle,
        newContent,
        category,
        classification,
        channel,
        visibility,
        receivedAt,
        incidentOn,
        location,
        status,
        disposition,
        attachments,
        reporter,
        newReplies);
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
        reporter.isEmpty() ? earlier.reporter : reporter,
        replies.isEmpty() ? earlier.replies : replies);
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
        reporter,
        replies);
  }

  private static String orElse(String text, String earlier) {
    return text.isEmpty() ? earlier : text;
  }

  @Override
  public String toString() {
    return "Complaint[" + id + "]";
  }
}
