package id.aduan.lapor.runner.answer;

import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.MappingDesk;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.sync.MappingVersions.Entries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mappings that counted, count and will count. Its names are those of {@code mapping versions
 * --json}.
 *
 * @param versions each time that one was applied, the youngest first, at most {@link #ITEMS_MAX}
 */
public record MappingReport(Instant at, List<Version> versions) {
  public static final int ITEMS_MAX = 1_000;

  /** How an entry stands. */
  public enum Standing {
    /** It decides. */
    COUNTS,
    /** It will. */
    LATER,
    /** It would have, and was called off. */
    CANCELLED,
    /** Another has taken its place. */
    REPLACED
  }

  /**
   * A mapping that was applied.
   *
   * @param openCases how many keep this version, by whichever entry
   */
  public record Version(
      String version,
      String file,
      String digest,
      Standing standing,
      Instant effectiveAt,
      Instant appliedAt,
      String by,
      String reason,
      long openCases) {}

  /** As the store tells it; reads all cases. */
  static MappingReport of(CaseStore store, Tx tx, Instant now) {
    Entries entries = store.mappings().applied(tx, ITEMS_MAX);
    Map<String, Long> kept = store.mappings().kept(tx);
    Optional<Applied> counting = MappingDesk.counting(entries, now);
    List<Version> versions = new ArrayList<>();
    for (Applied each : entries.sound()) {
      boolean counts = counting.filter(it -> it.id() == each.id()).isPresent();
      versions.add(
          new Version(
              each.version(),
              each.file(),
              each.digest(),
              counts ? Standing.COUNTS : standing(each, now),
              each.effectiveAt(),
              each.appliedAt(),
              each.by(),
              each.reason(),
              kept.getOrDefault(each.version(), 0L)));
    }
    Collections.reverse(versions);
    return new MappingReport(now, versions);
  }

  private static Standing standing(Applied other, Instant now) {
    if (other.cancelledAt().isPresent()) {
      return Standing.CANCELLED;
    }
    return other.effectiveAt().isAfter(now) ? Standing.LATER : Standing.REPLACED;
  }
}
