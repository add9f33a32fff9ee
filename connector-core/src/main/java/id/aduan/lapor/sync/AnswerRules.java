package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.mapping.Mappings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of what agencies' systems tell.
 *
 * @param returned by agency, the words of its statuses by which it gives a case back as not its
 *     authority (bukan wewenang); capital and small letters count as the same
 * @param mappings what the other words of its statuses mean; without any, nothing
 */
public record AnswerRules(
    ReplyRules replies, Map<AgencyCode, List<String>> returned, Optional<Mappings> mappings) {
  /** Answers go out at once, and no status is known to give a case back. */
  public static final AnswerRules DEFAULT = new AnswerRules(ReplyRules.DEFAULT, Map.of());

  public AnswerRules {
    returned = Map.copyOf(returned);
  }

  /** Of what no mapping has words for. */
  public AnswerRules(ReplyRules replies, Map<AgencyCode, List<String>> returned) {
    this(replies, returned, Optional.empty());
  }

  /** The same, with the words of these. */
  public AnswerRules by(Mappings words) {
    return new AnswerRules(replies, returned, Optional.of(words));
  }

  /** What the word of an agency's status says of a leg, by the mapping that the leg keeps (D8). */
  Handling handling(Leg leg, String status, Instant now) {
    if (isReturned(leg.agency(), status)) {
      return Handling.RETURNED;
    }
    return mappings
        .map(known -> new AgencyWording(known).of(leg, now))
        .map(mapping -> mapping.handling(leg.agency().value(), status))
        .orElse(Handling.UNKNOWN);
  }

  boolean isReturned(AgencyCode agency, String status) {
    return returned.getOrDefault(agency, List.of()).stream()
        .anyMatch(word -> word.strip().equalsIgnoreCase(status.strip()));
  }
}
