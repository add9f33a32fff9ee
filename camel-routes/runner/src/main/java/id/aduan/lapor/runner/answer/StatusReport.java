package id.aduan.lapor.runner.answer;

import id.aduan.lapor.delivery.InboxView;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Cursors;
import id.aduan.lapor.sync.Gaps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where everything stands at one moment. Its names are those of {@code status --json}.
 *
 * @param arrivals what was set aside on arrival and waits for a human
 * @param pending callbacks that are acknowledged and yet to be applied
 * @param returns cases that were given back and wait for the coordinator
 * @param waiting all that waits for the coordinator, returns too, by kind
 */
public record StatusReport(
    Instant at,
    long cases,
    List<Target> targets,
    List<Parked> parked,
    Arrivals arrivals,
    Arrivals pending,
    Replies replies,
    long returns,
    Map<CaseQueue.Kind, Long> waiting,
    List<Cursors.Position> cursors,
    List<Gaps.Gap> gaps,
    long gone,
    Filings filings) {
  private static final int PARKED_MAX = 100;

  /** A far end, how it stands and what there is for it. */
  public record Target(String target, String name, Standing standing, List<Queue> queues) {}

  /**
   * What a person decided of a target, and whether it is in trouble.
   *
   * @param by who decided last, empty if nobody ever did
   * @param troubles in a row, 0 while it is well
   * @param notBefore when it is pressed again; meaningful while it is in trouble
   */
  public record Standing(
      TargetState.Mode mode,
      Instant since,
      String by,
      String reason,
      int troubles,
      Instant troubledSince,
      Instant notBefore) {

    static Standing of(TargetState state) {
      return new Standing(
          state.standing().mode(),
          state.standing().since(),
          state.standing().by(),
          state.standing().reason(),
          state.spell().troubles(),
          state.spell().since(),
          state.spell().notBefore());
    }
  }

  /**
   * The entries of a target in one state.
   *
   * @param ageSeconds of the oldest
   */
  public record Queue(State state, long entries, long ageSeconds) {}

  /** An entry that waits for a human. */
  public record Parked(
      long id, String trackingId, String target, String operation, String code, Instant since) {}

  /**
   * Some of what arrived.
   *
   * @param ageSeconds of the oldest
   */
  public record Arrivals(long entries, long ageSeconds) {
    private static Arrivals of(InboxView.Waiting waiting, Instant now) {
      return new Arrivals(
          waiting.entries(),
          waiting.oldest().map(it -> Duration.between(it, now).toSeconds()).orElse(0L));
    }
  }

  /**
   * The reports of local systems, by how far they have come.
   *
   * @param open those that do not stand on the portal yet
   * @param toForward those that do, and are not with their institution yet
   */
  public record Filings(long open, long toForward, long done) {
    private static Filings of(Map<Filing.Step, Long> counts) {
      return new Filings(
          counts.getOrDefault(Filing.Step.UPLOAD, 0L) + counts.getOrDefault(Filing.Step.CREATE, 0L),
          counts.getOrDefault(Filing.Step.FORWARD, 0L),
          counts.getOrDefault(Filing.Step.DONE, 0L));
    }

    /** Whether there is anything to tell. */
    public boolean any() {
      return open + toForward + done > 0;
    }
  }

  /**
   * Answers that wait for a person before they go to the portal.
   *
   * @param ageSeconds of the oldest
   */
  public record Replies(long entries, long ageSeconds) {
    private static Replies of(id.aduan.lapor.sync.Replies.Count waiting, Instant now) {
      return new Replies(
          waiting.entries(),
          waiting.oldest().map(it -> Duration.between(it, now).toSeconds()).orElse(0L));
    }
  }

  public static StatusReport of(CaseStore store, Tx tx, Whereabouts whereabouts, Instant now) {
    List<OutboxView.Count> counts = store.outboxView().counts(tx);
    Set<String> names = new LinkedHashSet<>(List.of(Targets.PORTAL, Targets.PORTAL_READ));
    names.addAll(new TreeSet<>(whereabouts.names().keySet()));
    counts.forEach(count -> names.add(count.target()));
    Map<String, TargetState> states = store.targets().all(tx);
    // One that somebody holds back is shown, whether anything waits for it or not.
    new TreeMap<>(states)
        .values().stream()
            .filter(state -> state.standing().mode() != TargetState.Mode.RUNNING)
            .forEach(state -> names.add(state.target()));
    List<Target> targets = new ArrayList<>();
    for (String name : names) {
      targets.add(
          new Target(
              name,
              whereabouts.names().getOrDefault(name, ""),
              Standing.of(states.getOrDefault(name, TargetState.unknown(name))),
              queues(name, counts, now)));
    }
    return new StatusReport(
        now,
        store.complaints().count(tx),
        targets,
        store.outboxView().parked(tx, ParkedFilter.ALL, PARKED_MAX).stream()
            .map(StatusReport::parked)
            .toList(),
        Arrivals.of(store.inboxView().waiting(tx), now),
        Arrivals.of(store.inboxView().pending(tx), now),
        Replies.of(store.replies().count(tx), now),
        store.returns().count(tx),
        new CaseQueue(store).counts(tx),
        store.cursors().all(tx),
        Gaps.of(store, tx, now),
        store.follows().gone(tx),
        Filings.of(store.filings().counts(tx)));
  }

  private static List<Queue> queues(String target, List<OutboxView.Count> counts, Instant now) {
    return counts.stream()
        .filter(count -> count.target().equals(target))
        .map(
            count ->
                new Queue(
                    count.state(),
                    count.entries(),
                    Duration.between(count.oldest(), now).toSeconds()))
        .toList();
  }

  private static Parked parked(OutboxView.Parked row) {
    return new Parked(
        row.id(), row.complaint(), row.target(), row.operation(), row.code(), row.parkedAt());
  }
}
