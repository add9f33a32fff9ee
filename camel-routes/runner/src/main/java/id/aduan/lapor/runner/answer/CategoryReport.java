package id.aduan.lapor.runner.answer;

import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.CatalogueChange;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Catalogues.Kept;
import id.aduan.lapor.sync.Catalogues.State;
import id.aduan.lapor.sync.MappingCompiler;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The portal's categories: which list counts, how it differs from the one before, and one that
 * waits for a person. Its names are those of {@code mapping categories --json}.
 *
 * @param counts the one that counts
 * @param held one of which too much is gone, renamed or moved, with how it differs from the one
 *     that counts
 * @param mapped lines of the mapping that counts whose category is gone from either
 * @param unfit how many lines of the mapping that counts do not fit the list that counts
 * @param notices where, and what does not fit; at most {@link #ITEMS_MAX}
 */
public record CategoryReport(
    ListOf counts, Optional<ListOf> held, List<Mapped> mapped, long unfit, List<Problem> notices) {
  /** So many changes of each kind are told, and so many lines of the mapping. */
  public static final int ITEMS_MAX = 1_000;

  private static final String SHIPPED = "shipped";

  public CategoryReport {
    mapped = List.copyOf(mapped);
    notices = List.copyOf(notices);
  }

  /**
   * A list.
   *
   * @param source where it was read; {@code shipped} for the one that comes with the program
   * @param entries how many topics and categories it has
   * @param change by which it differs from the one before
   */
  public record ListOf(
      String source, Optional<Instant> readAt, String decidedBy, long entries, Change change) {}

  /** How two lists differ; each kind has at most {@link #ITEMS_MAX}. */
  public record Change(List<Item> added, List<Item> gone, List<Item> renamed, List<Item> moved) {
    private static final Change NONE = new Change(List.of(), List.of(), List.of(), List.of());

    private static Change of(CatalogueChange change) {
      return new Change(
          items(change.added().stream()),
          items(change.gone().stream()),
          pairs(change.renamed()),
          pairs(change.moved()));
    }

    private static List<Item> items(Stream<Catalogue.Entry> entries) {
      return entries.limit(ITEMS_MAX).map(it -> new Item(it.id(), named(it), "")).toList();
    }

    private static List<Item> pairs(List<CatalogueChange.Pair> pairs) {
      return pairs.stream()
          .limit(ITEMS_MAX)
          .map(it -> new Item(it.after().id(), named(it.before()), named(it.after())))
          .toList();
    }

    private static String named(Catalogue.Entry entry) {
      return entry.isTopic()
          ? entry.name()
          : String.join(" / ", entry.topics()) + " > " + entry.name();
    }
  }

  /** An entry that differs; what it is now stands beside it where it is renamed or moved. */
  public record Item(String id, String name, String now) {}

  /** A line of the mapping that names a category which is gone. */
  public record Mapped(String id, String where) {}

  static CategoryReport of(CaseStore store, Set<String> agencies, Instant now) {
    Optional<Kept> counts = find(store, State.COUNTS);
    Optional<Kept> before = find(store, State.BEFORE);
    Optional<Kept> held = find(store, State.HELD);
    Catalogue counting = counts.map(Kept::catalogue).orElse(Catalogue.shipped());
    Catalogue earlier = before.map(Kept::catalogue).orElse(Catalogue.shipped());
    CatalogueChange change = CatalogueChange.between(earlier, counting);
    Optional<CatalogueChange> waiting =
        held.map(it -> CatalogueChange.between(counting, it.catalogue()));
    List<Catalogue.Entry> gone = new ArrayList<>(change.gone());
    waiting.ifPresent(it -> gone.addAll(it.gone()));
    Optional<Mapping> mapping = CountingMapping.at(store, agencies, now);
    List<Problem> unfit = unfit(new MappingCompiler(store, agencies), mapping);
    return new CategoryReport(
        counts
            .map(it -> listOf(it, Change.of(change)))
            .orElseGet(
                () ->
                    new ListOf(
                        SHIPPED, Optional.empty(), "", counting.entries().size(), Change.NONE)),
        held.map(it -> listOf(it, Change.of(waiting.orElseThrow()))),
        mapped(mapping, gone),
        unfit.size(),
        unfit.stream().limit(ITEMS_MAX).toList());
  }

  private static Optional<Kept> find(CaseStore store, State state) {
    return store.read(tx -> store.catalogues().find(tx, state));
  }

  private static ListOf listOf(Kept kept, Change change) {
    return new ListOf(
        kept.source(),
        Optional.of(kept.readAt()),
        kept.decidedBy(),
        kept.catalogue().entries().size(),
        change);
  }

  private static List<Mapped> mapped(Optional<Mapping> mapping, List<Catalogue.Entry> gone) {
    Map<String, String> places = mapping.map(Mapping::categoryPlaces).orElse(Map.of());
    return gone.stream()
        .map(Catalogue.Entry::id)
        .filter(places::containsKey)
        .distinct()
        .limit(ITEMS_MAX)
        .map(id -> new Mapped(id, places.getOrDefault(id, "")))
        .toList();
  }

  /** What would be faults of it, were it new. */
  private static List<Problem> unfit(MappingCompiler compiler, Optional<Mapping> mapping) {
    Problems problems = new Problems();
    mapping
        .map(Mapping::text)
        .ifPresent(
            it -> {
              var unused = compiler.compile(it.file(), it.content(), problems);
            });
    return problems.list();
  }
}
