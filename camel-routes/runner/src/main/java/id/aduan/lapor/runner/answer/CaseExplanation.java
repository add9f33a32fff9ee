package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a case went where, and why its deadlines are on those days. Its names are those of {@code
 * explain --json}.
 */
public record CaseExplanation(
    String trackingId,
    Optional<CaseStory.Assigned> assigned,
    List<Explained> clocks,
    List<Draft> drafts) {

  /** One clock, in words; a line each. */
  public record Explained(String rule, List<String> lines) {}

  /** Explains the case, if there is one. */
  public static Optional<CaseExplanation> of(
      CaseStore store,
      Tx tx,
      TrackingId id,
      Whereabouts whereabouts,
      Language language,
      Instant now) {
    Optional<CaseRecord> found = store.complaints().find(tx, id);
    return found.map(
        record ->
            new CaseExplanation(
                id.value(), Optional.empty(), List.of(), store.drafts().of(tx, id)));
  }
}
