package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.List;
import java.util.Map;

/**
 * What becomes of what agencies' systems tell.
 *
 * @param returned by agency, the words of its statuses by which it gives a case back as not its
 *     authority (bukan wewenang); capital and small letters count as the same
 */
public record AnswerRules(ReplyRules replies, Map<AgencyCode, List<String>> returned) {
  /** Answers go out at once, and no status is known to give a case back. */
  public static final AnswerRules DEFAULT = new AnswerRules(ReplyRules.DEFAULT, Map.of());

  public AnswerRules {
    returned = Map.copyOf(returned);
  }

  boolean isReturned(AgencyCode agency, String status) {
    return returned.getOrDefault(agency, List.of()).stream()
        .anyMatch(word -> word.strip().equalsIgnoreCase(status.strip()));
  }
}
