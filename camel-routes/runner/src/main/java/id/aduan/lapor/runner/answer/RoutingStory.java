package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.MappingCompiler;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.yaml.Problems;
import java.util.Optional;
import java.util.Set;

/**
 * What the mapping that a case keeps decides of it, as the complaint stands now (D8, D13).
 *
 * @param version that the case keeps
 * @param decision empty where that version is not kept, or cannot be compiled any more
 * @param disposed the institution that the portal has disposed it to
 * @param otherwise whether it would lead elsewhere now: the complaint has changed since, or a
 *     person assigned it
 */
public record RoutingStory(
    String version, Optional<Routing> decision, Optional<Institution> disposed, boolean otherwise) {

  /** Tells it for a case that went to an agency; compiles while nobody waits for the store. */
  static Optional<RoutingStory> of(CaseStore store, TrackingId id, Set<String> agencies) {
    Optional<CaseRecord> found =
        store
            .read(tx -> store.complaints().find(tx, id))
            .filter(record -> record.assigned().isPresent());
    return found.map(record -> of(store, record, agencies));
  }

  private static RoutingStory of(CaseStore store, CaseRecord record, Set<String> agencies) {
    CaseRecord.Assignment assigned = record.assigned().orElseThrow();
    Question question = Question.of(record.complaint());
    Optional<Routing> decision =
        mapping(store, assigned.mappingVersion(), agencies).map(it -> it.route(question));
    return new RoutingStory(
        assigned.mappingVersion(),
        decision,
        question.disposition().filter(it -> !it.id().isEmpty()),
        decision.filter(it -> !it.agency().equals(assigned.agency().value())).isPresent());
  }

  private static Optional<Mapping> mapping(CaseStore store, String version, Set<String> agencies) {
    Optional<Applied> kept = store.read(tx -> store.mappings().find(tx, version));
    Optional<byte[]> content =
        kept.flatMap(it -> store.read(tx -> store.mappings().content(tx, it.id())));
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Mapping mapping =
        new MappingCompiler(store, agencies)
            .again(kept.orElseThrow().file(), content.get(), problems);
    return problems.isEmpty() ? Optional.of(mapping) : Optional.empty();
  }
}
