package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom the rules would send a case that waits for a person's word, as it is kept and shown:
 * {@code dishub, dinkes by RULE at mapping.yaml:17 of mapping 2026-11-01}. Confirmed, it is what
 * the person saw, whatever the mapping says by then (D8).
 *
 * @param agencies the first leads; at least one
 * @param rule as the assignment will name it
 */
record Proposal(List<AgencyCode> agencies, String rule, String where, String version) {
  private static final int MARK_CHARACTERS = 8;

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9, -]+) by (\\S+) at (.+) of mapping (.+)");

  Proposal {
    agencies = List.copyOf(agencies);
  }

  static Proposal of(Routing routing) {
    return new Proposal(
        routing.agencies().stream().map(AgencyCode::new).toList(),
        routing.reason().name(),
        routing.where(),
        routing.version());
  }

  /** Reads what {@link #text} wrote; empty for anything else, such as a text that was cut. */
  static Optional<Proposal> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    List<AgencyCode> agencies =
        Stream.of(form.group(1).split(", ", -1)).map(AgencyCode::new).toList();
    return Optional.of(new Proposal(agencies, form.group(2), form.group(3), form.group(4)));
  }

  String text() {
    return "%s by %s at %s of mapping %s".formatted(names(agencies), rule, where, version);
  }

  /** What the text of a proposal is told apart by: a person confirms what they saw by it. */
  static String mark(String text) {
    return Digests.of(text).substring(0, MARK_CHARACTERS);
  }

  static String names(List<AgencyCode> agencies) {
    return agencies.stream().map(AgencyCode::value).collect(Collectors.joining(", "));
  }

  /** Why its agencies have the case, once it is confirmed. */
  Assignment assignment() {
    return new Assignment(agencies.get(0), rule, where, version);
  }
}
