package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.DecidingLine;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.mapping.Routing.Rule;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mapping would decide of the cases of a span, line by line: which lines never do or mark,
 * and which values of the portal and words of the agencies it has no line for. Only reads. Not for
 * use by several threads.
 */
public final class MappingCoverage {
  /** So many lines, and so many values of each kind, are told. */
  public static final int TOLD_MAX = 1_000;

  /** So many different values are counted; what comes beyond is left out. */
  private static final int VALUES_MAX = 10_000;

  private final Mapping mapping;
  private final Map<Place, Long> hits = new HashMap<>();
  private final Map<Value, Long> categories = new HashMap<>();
  private final Map<Value, Long> institutions = new HashMap<>();
  private long cases;
  private long byDefault;
  private long withoutCategory;

  private MappingCoverage(Mapping mapping) {
    this.mapping = mapping;
  }

  private record Place(Rule reason, String rule, String where) {}

  private record Value(String id, String name) {}

  /**
   * What it came to.
   *
   * @param cases how many of the span were looked at
   * @param unread cases whose rows are damaged, or that no key opens
   * @param byDefault how many the default queue would get
   * @param withoutCategory how many of those have no category at all
   * @param hits lines by how often they decide, rules without agencies by how often they mark; the
   *     most frequent first
   * @param neverHit how many lines never do
   * @param never the first of those, in the order of the file
   * @param categories of the portal, on cases that went to the default queue
   * @param institutions that the portal has disposed a case to, and that are not mapped
   * @param words of agencies for a status, since ever
   */
  public record Report(
      String version,
      Instant from,
      Instant before,
      long cases,
      long unread,
      long byDefault,
      long withoutCategory,
      List<Hit> hits,
      long neverHit,
      List<DecidingLine> never,
      List<Unmapped> categories,
      List<Unmapped> institutions,
      List<MappingVersions.UnmappedWord> words) {
    public Report {
      hits = List.copyOf(hits);
      never = List.copyOf(never);
      categories = List.copyOf(categories);
      institutions = List.copyOf(institutions);
      words = List.copyOf(words);
    }
  }

  /** How often a line decides, or marks. */
  public record Hit(DecidingLine line, long cases) {}

  /** A value of the portal that no line has. */
  public record Unmapped(String id, String name, long cases) {}

  /**
   * Looks at the cases that came here in a span.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had
   */
  public static Report of(CaseStore store, Mapping mapping, Instant from, Instant before) {
    MappingCoverage coverage = new MappingCoverage(mapping);
    List<TrackingId> seen = store.read(tx -> store.complaints().seen(tx, from, before));
    long unread = CasePages.each(store, seen, (tx, record) -> coverage.count(record));
    List<DecidingLine> never =
        DecidingLine.of(mapping).stream().filter(it -> coverage.hits(it) == 0).toList();
    return new Report(
        mapping.version(),
        from,
        before,
        coverage.cases,
        unread,
        coverage.byDefault,
        coverage.withoutCategory,
        coverage.hits(),
        never.size(),
        never.stream().limit(TOLD_MAX).toList(),
        told(coverage.categories),
        told(coverage.institutions),
        store.read(tx -> store.mappings().unmappedWords(tx, TOLD_MAX)).stream()
            .filter(it -> !mapping.knowsStatus(it.agency(), it.word()))
            .toList());
  }

  private long hits(DecidingLine line) {
    return hits.getOrDefault(new Place(line.reason(), line.rule(), line.where()), 0L);
  }

  private List<Hit> hits() {
    return DecidingLine.of(mapping).stream()
        .map(line -> new Hit(line, hits(line)))
        .filter(hit -> hit.cases() > 0)
        .sorted(Comparator.comparingLong(Hit::cases).reversed())
        .limit(TOLD_MAX)
        .toList();
  }

  private void count(CaseRecord record) {
    cases++;
    Question question = Question.of(record.complaint());
    Routing routing = mapping.route(question);
    hits.merge(new Place(routing.reason(), routing.rule(), routing.where()), 1L, Long::sum);
    for (Routing.Mark mark : routing.marks()) {
      hits.merge(new Place(Rule.RULE, mark.rule(), mark.where()), 1L, Long::sum);
    }
    Optional<Institution> disposed = question.disposition().filter(it -> !it.id().isEmpty());
    if (routing.reason() != Rule.INSTITUTION) {
      disposed.ifPresent(it -> add(institutions, new Value(it.id(), it.name())));
    }
    if (routing.reason() == Rule.DEFAULT) {
      byDefault++;
      Optional<Category> category = question.category();
      category.ifPresentOrElse(
          it -> add(categories, new Value(it.id(), it.name())), () -> withoutCategory++);
    }
  }

  private static void add(Map<Value, Long> counts, Value value) {
    if (counts.size() < VALUES_MAX || counts.containsKey(value)) {
      counts.merge(value, 1L, Long::sum);
    }
  }

  private static List<Unmapped> told(Map<Value, Long> counts) {
    return counts.entrySet().stream()
        .map(it -> new Unmapped(it.getKey().id(), it.getKey().name(), it.getValue()))
        .sorted(Comparator.comparingLong(Unmapped::cases).reversed().thenComparing(Unmapped::id))
        .limit(TOLD_MAX)
        .toList();
  }
}
