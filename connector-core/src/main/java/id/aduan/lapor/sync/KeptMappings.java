package id.aduan.lapor.sync;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings.Effective;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.sync.MappingVersions.Entries;
import id.aduan.lapor.yaml.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes mappings again of what the store keeps of them (D8): the one that counts, those that will,
 * and those that open cases keep. Safe for use by many threads.
 */
final class KeptMappings {
  /** So many versions are in memory at most; of more, the youngest that open cases keep. */
  static final int VERSIONS_MAX = 50;

  /** So many versions are all kept in memory, without a look at every case. */
  private static final int UNASKED_MAX = 10;

  /** So many entries are looked at. */
  static final int APPLIED_MAX = 1_000;

  private static final Comparator<Applied> IN_EFFECT =
      Comparator.comparing(Applied::effectiveAt).thenComparing(Applied::id);
  private final CaseStore store;
  private final MappingCompiler compiler;

  KeptMappings(CaseStore store, MappingCompiler compiler) {
    this.store = store;
    this.compiler = compiler;
  }

  /** The entry that decides at a moment. */
  static Optional<Applied> counting(List<Applied> applied, Instant now) {
    return applied.stream()
        .filter(each -> each.cancelledAt().isEmpty() && !each.effectiveAt().isAfter(now))
        .max(IN_EFFECT);
  }

  /** Those that will decide after a moment, in their order. */
  static List<Applied> later(List<Applied> applied, Instant now) {
    return applied.stream()
        .filter(each -> each.cancelledAt().isEmpty() && each.effectiveAt().isAfter(now))
        .sorted(IN_EFFECT)
        .toList();
  }

  /**
   * Which entries are needed, in the order in which they decide: what counts, what will, and of
   * each other version that a case may keep its youngest entry.
   */
  static List<Applied> needed(List<Applied> applied, Map<String, Long> kept, Instant now) {
    List<Applied> needed = new ArrayList<>();
    Optional<Applied> counting = counting(applied, now);
    counting.ifPresent(needed::add);
    needed.addAll(later(applied, now));
    Map<String, Applied> others = new LinkedHashMap<>();
    applied.stream()
        .filter(each -> each.cancelledAt().isPresent() || !each.effectiveAt().isAfter(now))
        .filter(each -> kept.containsKey(each.version()))
        .sorted(Comparator.comparing(each -> each.cancelledAt().isEmpty()))
        .forEach(each -> others.put(each.version(), each));
    counting.ifPresent(each -> others.remove(each.version()));
    others.values().stream().sorted(IN_EFFECT.reversed()).forEach(needed::add);
    return needed.stream().limit(VERSIONS_MAX).sorted(IN_EFFECT).toList();
  }

  /**
   * What is in memory from now on.
   *
   * @param unusable versions that do not compile any more, with the first reason
   * @param counts whether what counts now is among them
   * @param since from when on what counts now decides; now, where the store knows of nothing
   * @param damaged rows that may say that another counts, in whose stead none is taken
   */
  record Loaded(
      List<Effective> mappings,
      Map<String, String> unusable,
      boolean counts,
      Instant since,
      List<Long> damaged) {}

  /**
   * Reads and compiles; the store is not held up while it compiles.
   *
   * @param compiled what need not be compiled again
   */
  Loaded load(Instant now, Function<Applied, Optional<Mapping>> compiled) {
    Entries entries = store.read(tx -> store.mappings().applied(tx, APPLIED_MAX));
    List<Applied> all = entries.sound();
    Map<String, Long> kept = store.read(tx -> kept(tx, all));
    List<Effective> usable = new ArrayList<>();
    Map<String, String> unusable = new LinkedHashMap<>();
    Map<String, Mapping> made = new HashMap<>();
    for (Applied each : needed(all, kept, now)) {
      Optional<Mapping> mapping =
          Optional.ofNullable(made.get(each.version()))
              .or(() -> compiled.apply(each))
              .or(() -> compile(each, unusable));
      mapping.ifPresent(
          it -> {
            made.put(each.version(), it);
            usable.add(new Effective(from(each), it));
          });
    }
    Optional<Applied> counting = counting(all, now);
    List<Long> damaged = entries.damagedSince(counting);
    return new Loaded(
        usable,
        unusable,
        damaged.isEmpty() && counting.filter(it -> made.containsKey(it.version())).isPresent(),
        counting.map(Applied::effectiveAt).orElse(now),
        damaged);
  }

  /** One that was called off is known, for a node that may have used it, and decides of nothing. */
  private static Instant from(Applied applied) {
    return applied.cancelledAt().isPresent() ? Instant.MIN : applied.effectiveAt();
  }

  private Map<String, Long> kept(Tx tx, List<Applied> applied) {
    List<String> versions = applied.stream().map(Applied::version).distinct().toList();
    if (versions.size() > UNASKED_MAX) {
      return store.mappings().kept(tx);
    }
    Map<String, Long> all = new HashMap<>();
    versions.forEach(version -> all.put(version, 0L));
    return all;
  }

  private Optional<Mapping> compile(Applied applied, Map<String, String> unusable) {
    Optional<byte[]> content = store.read(tx -> store.mappings().content(tx, applied.id()));
    if (content.isEmpty()) {
      unusable.put(applied.version(), "its row in the store is damaged");
      return Optional.empty();
    }
    Problems problems = new Problems();
    Mapping mapping = compiler.again(applied.file(), content.get(), problems);
    if (problems.isEmpty()) {
      return Optional.of(mapping);
    }
    unusable.put(applied.version(), problems.list().get(0).toString());
    return Optional.empty();
  }
}
