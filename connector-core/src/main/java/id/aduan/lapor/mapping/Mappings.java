package id.aduan.lapor.mapping;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The mappings that count: which one decides at a moment, and which one a case keeps (D8). A switch
 * is atomic: whoever asks gets the old one or the new one whole. Safe for use by many threads.
 */
public final class Mappings {
  private volatile List<Effective> known;

  private Mappings(List<Effective> known) {
    this.known = known;
  }

  /** One mapping that has always counted. */
  public static Mappings of(Mapping mapping) {
    return new Mappings(List.of(new Effective(Instant.MIN, mapping)));
  }

  /** The mapping that decides at this moment. */
  public Mapping at(Instant now) {
    List<Effective> all = known;
    return all.stream()
        .filter(each -> !each.from().isAfter(now))
        .reduce((earlier, later) -> later)
        .orElse(all.get(0))
        .mapping();
  }

  /** The mapping of this version, should it still be known. */
  public Optional<Mapping> version(String version) {
    return known.stream()
        .map(Effective::mapping)
        .filter(each -> each.version().equals(version))
        .findFirst();
  }

  /**
   * Puts these in the place of those that counted before.
   *
   * @throws IllegalArgumentException for none at all
   */
  public void replace(List<Effective> mappings) {
    if (mappings.isEmpty()) {
      throw new IllegalArgumentException("one mapping must count");
    }
    known = mappings.stream().sorted(Comparator.comparing(Effective::from)).toList();
  }

  /** A mapping, and from when on it decides. */
  public record Effective(Instant from, Mapping mapping) {}
}
