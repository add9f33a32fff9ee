package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Visibility;
import java.time.Instant;
import java.util.Optional;

/**
 * What rules may look at. The text form shows nothing of it: the rest is about a person.
 *
 * @param receivedAt when the portal received it; the validity of rules is held against it
 * @param disposition the institution that the portal has disposed or forwarded it to
 */
public record Question(
    String title,
    String content,
    Optional<Category> category,
    Classification classification,
    String channel,
    String location,
    Visibility visibility,
    Optional<Instant> receivedAt,
    Optional<Institution> disposition) {

  /** Of a complaint as it stands. */
  public static Question of(Complaint complaint) {
    return new Question(
        complaint.title(),
        complaint.content(),
        complaint.category(),
        complaint.classification(),
        complaint.channel(),
        complaint.location(),
        complaint.visibility(),
        complaint.receivedAt(),
        complaint.disposition());
  }

  @Override
  public String toString() {
    return "Question";
  }
}
