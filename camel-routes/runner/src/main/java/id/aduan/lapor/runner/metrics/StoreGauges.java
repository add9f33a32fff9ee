package id.aduan.lapor.runner.metrics;

import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.sync.Cursors;
import id.aduan.lapor.sync.Gaps;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What is known of the store, by one query for all of it. */
final class StoreGauges {
  private final CachedQuery<StoreSnapshot> snapshot;
  private final KnownNames names;
  private final InstantSource time;

  StoreGauges(CachedQuery<StoreSnapshot> snapshot, KnownNames names, InstantSource time) {
    this.snapshot = snapshot;
    this.names = names;
    this.time = time;
  }

  void register(PrometheusRegistry registry) {
    cases(registry);
    waiting(registry);
    files(registry);
    targets(registry);
    portal(registry);
  }

  private void cases(PrometheusRegistry registry) {
    gauge("lapor_cases", "Complaints that are kept")
        .callback(out -> snapshot.get().ifPresent(it -> out.call((double) it.cases())))
        .register(registry);
    gauge("lapor_cases_overdue", "Complaints of which an office's deadline has passed", "agency")
        .callback(out -> snapshot.get().ifPresent(it -> overdue(it, out)))
        .register(registry);
    gauge("lapor_filings", "Reports of local systems by the step that is next", "step")
        .callback(out -> snapshot.get().ifPresent(it -> filings(it, out)))
        .register(registry);
  }

  private void targets(PrometheusRegistry registry) {
    gauge("lapor_queue_entries", "Entries of the outbox", "target", "state")
        .callback(out -> snapshot.get().ifPresent(it -> entries(it, out)))
        .register(registry);
    gauge("lapor_queue_oldest_age_seconds", "Age of the oldest entry that is to go out", "target")
        .callback(out -> oldest(StoreGauges::isOpen, out))
        .register(registry);
    gauge(
            "lapor_parked_oldest_age_seconds",
            "Age of the oldest entry that waits for a human",
            "target")
        .callback(out -> oldest(count -> count.state() == State.PARKED, out))
        .register(registry);
    gauge("lapor_target_mode", "What a person decided: 0 running, 1 paused, 2 off", "target")
        .callback(out -> targets(StoreGauges::mode, out))
        .register(registry);
    gauge("lapor_target_troubles", "Troubles of a target in a row", "target")
        .callback(out -> targets(state -> state.spell().troubles(), out))
        .register(registry);
  }

  private void waiting(PrometheusRegistry registry) {
    gauge("lapor_callbacks_waiting", "Callbacks that are acknowledged and yet to be applied")
        .callback(out -> snapshot.get().ifPresent(it -> out.call((double) it.pending())))
        .register(registry);
    gauge("lapor_replies_waiting", "Answers that wait for a person before they go to the portal")
        .callback(out -> snapshot.get().ifPresent(it -> out.call((double) it.replies())))
        .register(registry);
    gauge("lapor_returns_waiting", "Cases that were given back and wait for the coordinator")
        .callback(out -> snapshot.get().ifPresent(it -> out.call((double) it.returns())))
        .register(registry);
    gauge("lapor_cases_waiting", "Cases that wait for the coordinator, by what for", "kind")
        .callback(
            out ->
                snapshot
                    .get()
                    .ifPresent(
                        it ->
                            it.waiting()
                                .forEach(
                                    (kind, count) ->
                                        out.call(
                                            (double) count, kind.name().toLowerCase(Locale.ROOT)))))
        .register(registry);
  }

  private void files(PrometheusRegistry registry) {
    gauge("lapor_files", "Files of complaints that wait: for the portal or for a person", "state")
        .callback(
            out ->
                snapshot
                    .get()
                    .ifPresent(
                        it ->
                            it.files()
                                .forEach(
                                    (state, count) ->
                                        out.call(
                                            (double) count,
                                            state.name().toLowerCase(Locale.ROOT)))))
        .register(registry);
    gauge("lapor_files_not_taken", "Files of complaints that an agency does not take", "agency")
        .callback(out -> snapshot.get().ifPresent(it -> notTaken(it, out)))
        .register(registry);
    gauge("lapor_files_kept", "Originals of files of complaints that are kept")
        .callback(out -> snapshot.get().ifPresent(it -> out.call((double) it.filesKept().files())))
        .register(registry);
    gauge("lapor_files_kept_bytes", "How large these are together, each as it came")
        .callback(out -> snapshot.get().ifPresent(it -> out.call((double) it.filesKept().bytes())))
        .register(registry);
  }

  private void notTaken(StoreSnapshot all, GaugeWithCallback.Callback out) {
    Map<String, Long> counts = new TreeMap<>();
    names.farEnds().stream()
        .filter(name -> !name.equals(Targets.PORTAL))
        .forEach(agency -> counts.put(agency, 0L));
    all.filesNotTaken()
        .forEach((agency, files) -> counts.merge(names.farEnd(agency), files, Long::sum));
    counts.forEach((agency, files) -> out.call((double) files, agency));
  }

  private void portal(PrometheusRegistry registry) {
    gauge("lapor_cursor_age_seconds", "Since a source was last read further", "source")
        .callback(out -> snapshot.get().ifPresent(it -> cursors(it, out)))
        .register(registry);
    gauge("lapor_portal_gap_seconds", "Since when news of the portal may be missing", "source")
        .callback(out -> snapshot.get().ifPresent(it -> gaps(it, out)))
        .register(registry);
    gauge("lapor_portal_differences", "What the last comparison with the portal found")
        .callback(out -> snapshot.get().ifPresent(it -> differences(it, out)))
        .register(registry);
    gauge("lapor_cases_gone", "Complaints that the portal has no more")
        .callback(out -> snapshot.get().ifPresent(it -> out.call((double) it.gone())))
        .register(registry);
  }

  private static int mode(TargetState state) {
    return switch (state.standing().mode()) {
      case RUNNING -> 0;
      case PAUSED -> 1;
      case OFF -> 2;
    };
  }

  private void targets(ToIntFunction<TargetState> value, GaugeWithCallback.Callback out) {
    snapshot
        .get()
        .ifPresent(
            all ->
                names
                    .targets()
                    .forEach(
                        name -> {
                          TargetState state =
                              all.targets().getOrDefault(name, TargetState.unknown(name));
                          out.call((double) value.applyAsInt(state), name);
                        }));
  }

  private static GaugeWithCallback.Builder gauge(String name, String help, String... labels) {
    return GaugeWithCallback.builder().name(name).help(help).labelNames(labels);
  }

  private static boolean isOpen(OutboxView.Count count) {
    return !count.state().isSettled() && count.state() != State.PARKED;
  }

  private void overdue(StoreSnapshot all, GaugeWithCallback.Callback out) {
    Map<String, Long> late = new TreeMap<>();
    names.farEnds().stream()
        .filter(name -> !name.equals(Targets.PORTAL))
        .forEach(agency -> late.put(agency, 0L));
    all.overdue().forEach((agency, cases) -> late.merge(names.farEnd(agency), cases, Long::sum));
    late.forEach((agency, cases) -> out.call((double) cases, agency));
  }

  private static void filings(StoreSnapshot all, GaugeWithCallback.Callback out) {
    for (Filing.Step step : Filing.Step.values()) {
      out.call((double) all.filings().getOrDefault(step, 0L), step.name().toLowerCase(Locale.ROOT));
    }
  }

  private void entries(StoreSnapshot all, GaugeWithCallback.Callback out) {
    for (State state : State.values()) {
      Map<String, Long> entries = new TreeMap<>();
      names.targets().forEach(target -> entries.put(target, 0L));
      all.queues().stream()
          .filter(count -> count.state() == state)
          .forEach(
              count -> entries.merge(names.target(count.target()), count.entries(), Long::sum));
      String label = state.name().toLowerCase(Locale.ROOT);
      entries.forEach((target, number) -> out.call((double) number, target, label));
    }
  }

  private void oldest(Predicate<OutboxView.Count> which, GaugeWithCallback.Callback out) {
    Map<String, Double> ages = new TreeMap<>();
    names.targets().forEach(target -> ages.put(target, 0.0));
    snapshot
        .get()
        .ifPresent(
            all -> {
              all.queues().stream()
                  .filter(which)
                  .forEach(
                      it -> ages.merge(names.target(it.target()), age(it.oldest()), Math::max));
              ages.forEach((target, age) -> out.call(age, target));
            });
  }

  /** The name of a cursor is "portal.list", or "agency." and the agency's code. */
  private void cursors(StoreSnapshot all, GaugeWithCallback.Callback out) {
    Map<String, Double> ages = new TreeMap<>();
    for (Cursors.Position cursor : all.cursors()) {
      String source =
          cursor.name().startsWith("agency.")
              ? cursor.name().substring("agency.".length())
              : cursor.name().replaceFirst("\\..*", "");
      ages.merge(names.farEnd(source), age(cursor.movedAt()), Math::max);
    }
    ages.forEach((source, age) -> out.call(age, source));
  }

  /** Measured anew: the snapshot may be some seconds old. */
  private void gaps(StoreSnapshot all, GaugeWithCallback.Callback out) {
    Map<String, Double> ages = new TreeMap<>(Map.of(Gaps.LIST, 0.0, Gaps.FOLLOW, 0.0));
    all.gaps().forEach(gap -> ages.put(gap.source(), gap.seconds() == 0 ? 0 : age(gap.since())));
    ages.forEach((source, age) -> out.call(age, source));
  }

  private static void differences(StoreSnapshot all, GaugeWithCallback.Callback out) {
    out.call(all.differences().isEmpty() ? 0 : Double.parseDouble(all.differences()));
  }

  private double age(Instant since) {
    return Math.max(0, Duration.between(since, time.instant()).toMillis() / 1000.0);
  }
}
