package id.aduan.lapor.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of the file.
 *
 * @param conditions all must be met; the cheapest first
 * @param target without agencies it only marks, and the search goes on
 * @param about the agencies that a complaint of this kind is about
 */
record RuleLine(
    String name,
    List<Condition> conditions,
    Target target,
    boolean confirm,
    List<String> flags,
    Optional<String> priority,
    Set<String> about) {

  boolean decides() {
    return !target.agencies().isEmpty();
  }

  /** The first condition that is not met. */
  Optional<Condition> unmet(Asked asked) {
    for (Condition condition : conditions) {
      if (!condition.isMetBy(asked)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  /** Whether the portal's list has a say in what meets it. */
  boolean goesByList() {
    return conditions.stream()
        .anyMatch(it -> it instanceof Condition.OfCategory || it instanceof Condition.UnderTopic);
  }

  /** Whether each complaint that meets the other rule meets this one; false where in doubt. */
  boolean covers(RuleLine other) {
    return conditions.stream().allMatch(mine -> other.conditions.stream().anyMatch(mine::covers));
  }
}
