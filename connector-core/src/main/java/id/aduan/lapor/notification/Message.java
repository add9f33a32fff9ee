package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent, and to whom. Its content holds no personal data; the address is never logged.
 *
 * @param subject one line; of use by e-mail only
 * @param text the whole text of the way's own length
 * @param facts what the text was made of, for programs
 * @param madeAt the same for each attempt
 */
public record Message(
    Contact to,
    Notice.Kind kind,
    Role role,
    Optional<TrackingId> complaint,
    Optional<AgencyCode> agency,
    String subject,
    String text,
    Map<String, String> facts,
    Instant madeAt) {
  public Message {
    facts = Map.copyOf(facts);
  }

  @Override
  public String toString() {
    return "Message[" + kind + " to " + role + "]";
  }
}
