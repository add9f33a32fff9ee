package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the mapping decides of a case, as the complaint stands now (D8, D13): the version that it
 * keeps, or, while it is nowhere, the one that counts.
 *
 * @param version of that mapping; empty where the store knows of none
 * @param decision empty where that version is not kept, or cannot be compiled any more
 * @param disposed the institution that the portal has disposed it to
 * @param otherwise whether it would lead elsewhere now: the complaint has changed since, or a
 *     person assigned it
 * @param proposed whether the case is nowhere yet, so that this is what would be decided
 */
public record RoutingStory(
    String version,
    Optional<Routing> decision,
    Optional<Institution> disposed,
    boolean otherwise,
    boolean proposed) {

  /** Tells it; compiles while nobody waits for the store. */
  static Optional<RoutingStory> of(
      CaseStore store, TrackingId id, Set<String> agencies, Instant now) {
    return store
        .read(tx -> store.complaints().find(tx, id))
        .map(
            record ->
                record
                    .assigned()
                    .map(it -> of(store, record, it, agencies))
                    .orElseGet(() -> proposal(record, CountingMapping.at(store, agencies, now))));
  }

  private static RoutingStory of(
      CaseStore store, CaseRecord record, CaseRecord.Assignment assigned, Set<String> agencies) {
    Question question = Question.of(record.complaint());
    Optional<Routing> decision =
        CountingMapping.version(store, agencies, assigned.mappingVersion())
            .map(it -> it.route(question));
    return new RoutingStory(
        assigned.mappingVersion(),
        decision,
        disposed(question),
        decision.filter(it -> !it.agency().equals(assigned.agency().value())).isPresent(),
        false);
  }

  private static RoutingStory proposal(CaseRecord record, Optional<Mapping> counting) {
    Question question = Question.of(record.complaint());
    return new RoutingStory(
        counting.map(Mapping::version).orElse(""),
        counting.map(it -> it.route(question)),
        disposed(question),
        false,
        true);
  }

  private static Optional<Institution> disposed(Question question) {
    return question.disposition().filter(it -> !it.id().isEmpty());
  }
}
