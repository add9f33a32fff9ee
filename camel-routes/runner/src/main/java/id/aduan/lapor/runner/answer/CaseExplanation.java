package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.CountedDay;
import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.deadline.explain.Explanation;
import id.aduan.lapor.deadline.explain.Leg;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseDeadlines;
import id.aduan.lapor.sync.CaseStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a case went where, and why its deadlines are on those days. Its names are those of {@code
 * explain --json}.
 *
 * @param routing how the mapping decides of it
 * @param drafts reprimands that were prepared and wait for a person
 */
public record CaseExplanation(
    String trackingId,
    Optional<CaseStory.Assigned> assigned,
    Optional<RoutingStory> routing,
    List<Explained> clocks,
    List<Draft> drafts) {

  /**
   * One clock.
   *
   * @param lines in words, the answer first; where the rules or the calendar that counted are not
   *     kept any more, that is said and nothing is counted
   */
  public record Explained(Clock clock, List<String> lines, List<CountedDay> days, List<Leg> legs) {

    private static Explained of(CaseDeadlines.Told told, Language language) {
      Clock clock = told.clock();
      return told.deadline()
          .map(deadline -> deadline.explanation(language))
          .map(words -> of(clock, words))
          .orElseGet(() -> new Explained(clock, List.of(inShort(clock)), List.of(), List.of()));
    }

    private static Explained of(Clock clock, Explanation words) {
      return new Explained(clock, words.lines(), words.days(), words.legs());
    }

    private static String inShort(Clock clock) {
      return "%s: %s %s (%s, %s)"
          .formatted(
              clock.rule(),
              clock.due().date(),
              clock.state(),
              clock.rulesVersion(),
              clock.due().calendarVersion());
    }
  }

  /** The same with how it was routed. */
  CaseExplanation with(Optional<RoutingStory> story) {
    return new CaseExplanation(trackingId, assigned, story, clocks, drafts);
  }

  /** Explains the case, if there is one, but for how it was routed. */
  public static Optional<CaseExplanation> of(
      CaseStore store,
      Tx tx,
      TrackingId id,
      Whereabouts whereabouts,
      Language language,
      Instant now) {
    CaseDeadlines deadlines = new CaseDeadlines(store, whereabouts.deadlines());
    return store
        .complaints()
        .find(tx, id)
        .map(
            found ->
                new CaseExplanation(
                    id.value(),
                    found.assigned().map(it -> CaseStory.assigned(it, whereabouts.names())),
                    Optional.empty(),
                    deadlines.of(tx, id, now).stream()
                        .map(told -> Explained.of(told, language))
                        .toList(),
                    store.drafts().of(tx, id)));
  }
}
