package id.aduan.lapor.deadline;

import id.aduan.lapor.json.ModelJson;
import java.util.List;
import java.util.Optional;

/**
 * The clocks that are in force, from one or several files.
 *
 * @param version of the files together; another content has another version
 */
public record RuleBook(String version, List<ClockRule> rules) {
  public RuleBook {
    rules = List.copyOf(rules);
  }

  public Optional<ClockRule> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** In the form that it is kept in by its version. */
  public byte[] toJson() {
    return ModelJson.write(this);
  }

  /** Reads what {@link #toJson} wrote. */
  public static RuleBook fromJson(byte[] json) {
    return ModelJson.read(json, RuleBook.class);
  }
}
