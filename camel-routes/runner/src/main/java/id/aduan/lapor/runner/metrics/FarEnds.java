package id.aduan.lapor.runner.metrics;

import id.aduan.lapor.ConnectorListener;
import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.runner.admin.FarEnd;
import id.aduan.lapor.runner.admin.FarEnd.State;
import id.aduan.lapor.sync.Polled;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How each far end was found to be when last spoken to. It is down if either way to it is: polls or
 * deliveries. Safe for use by many threads.
 */
public final class FarEnds implements ConnectorListener {
  private final KnownNames names;
  private final InstantSource time;
  private final Map<String, Both> known = new ConcurrentHashMap<>();

  /**
   * Makes them; nothing is known of any.
   *
   * @param agencies their codes
   */
  public FarEnds(Collection<String> agencies, InstantSource time) {
    this.names = KnownNames.of(agencies);
    this.time = time;
  }

  /** What one way to a far end showed, and since when. */
  private record Way(State state, Optional<Instant> since) {
    static final Way NONE = new Way(State.UNKNOWN, Optional.empty());

    Way then(State next, Instant now) {
      return next == state ? this : new Way(next, Optional.of(now));
    }
  }

  private record Both(Way polls, Way deliveries) {
    static final Both NONE = new Both(Way.NONE, Way.NONE);

    /** The worse of the two that says anything. */
    Way shown() {
      return Stream.of(State.DOWN, State.UP)
          .flatMap(
              state ->
                  Stream.of(polls, deliveries)
                      .filter(way -> way.state() == state)
                      .min(Comparator.comparing(way -> way.since().orElse(Instant.EPOCH)))
                      .stream())
          .findFirst()
          .orElse(Way.NONE);
    }
  }

  @Override
  public void attempted(Attempted attempt) {
    State state =
        switch (attempt.result()) {
          case ACCEPTED, REFUSED -> State.UP;
          case RETRY -> attempt.targetTrouble() ? State.DOWN : State.UP;
          case UNKNOWN -> attempt.targetTrouble() ? State.DOWN : State.UNKNOWN;
        };
    String name = attempt.target().equals(Targets.PORTAL_READ) ? Targets.PORTAL : attempt.target();
    change(name, both -> new Both(both.polls(), both.deliveries().then(state, time.instant())));
  }

  @Override
  public void polled(Polled poll) {
    State state = poll.ok() ? State.UP : State.DOWN;
    change(
        poll.source(),
        both -> new Both(both.polls().then(state, time.instant()), both.deliveries()));
  }

  private void change(String name, UnaryOperator<Both> change) {
    known.compute(
        names.farEnd(name), (same, both) -> change.apply(both == null ? Both.NONE : both));
  }

  /** All of them: the portal first, then the agencies. */
  public List<FarEnd> now() {
    return names.farEnds().stream()
        .map(
            name -> {
              Way shown = known.getOrDefault(name, Both.NONE).shown();
              return new FarEnd(name, shown.state(), shown.since());
            })
        .toList();
  }
}
