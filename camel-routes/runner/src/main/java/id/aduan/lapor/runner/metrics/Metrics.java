package id.aduan.lapor.runner.metrics;

import id.aduan.lapor.ConnectorListener;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.runner.admin.FarEnd;
import id.aduan.lapor.runner.http.AnswerListener;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Detected;
import id.aduan.lapor.sync.Polled;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Counts what a connector does. Its labels have the values of the configuration and no others, so
 * that no caller and no far end makes new series. Safe for use by many threads.
 */
public final class Metrics implements ConnectorListener, AnswerListener {
  private static final Duration STORE_AGE_MIN = Duration.ofSeconds(10);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double[] CALL_SECONDS = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 90};
  private static final double[] DETECTION_SECONDS = {5, 15, 30, 60, 120, 300, 900, 3600, 86_400};
  private static final double[] ANSWER_SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30};
  private static final double[] COMMIT_SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};
  private static final double[] COMMIT_UNITS = {1, 2, 4, 8, 16, 32, 64, 128, 256};
  private static final Set<Integer> STATUSES =
      Set.of(200, 202, 400, 401, 404, 405, 408, 413, 414, 415, 429, 431, 500, 503);

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();
  private final KnownNames names;
  private final Counter deliveries =
      counter("lapor_deliveries_total", "Attempts at far ends", "target", "result");
  private final Histogram attemptSeconds =
      histogram("lapor_attempt_seconds", "How long attempts took", CALL_SECONDS, "target");
  private final Counter polls =
      counter("lapor_polls_total", "Polls of far ends", "source", "result");
  private final Counter alerts =
      counter("lapor_alerts_total", "What a person should know", "kind", "target");
  private final Counter fencedWrites =
      counter("lapor_fenced_writes_total", "Ends that did not count", "target");
  private final Counter answers =
      counter("lapor_webhook_answers_total", "Answers on the public port", "to", "status");
  private final Histogram answerSeconds =
      histogram(
          "lapor_webhook_seconds",
          "From the beginning of a request to the end of its answer, commit included",
          ANSWER_SECONDS,
          "to");
  private final Histogram detectionSeconds =
      histogram(
          "lapor_detection_lag_seconds",
          "From when the portal received a complaint to when it was here",
          DETECTION_SECONDS);
  private final Counter unfamiliar =
      counter("lapor_portal_unfamiliar_total", "What the portal's profile does not know");
  private final Counter transitions =
      counter(
          "lapor_unexpected_transitions_total",
          "Changes of stage that the portal's own rules do not have");
  private final Histogram commitSeconds =
      histogram("lapor_store_commit_seconds", "How long commits took", COMMIT_SECONDS);
  private final Histogram commitUnits =
      histogram("lapor_store_commit_units", "Units of work that shared a commit", COMMIT_UNITS);
  private final Counter commitsFailed =
      counter("lapor_store_commits_failed_total", "Commits that kept nothing");

  /**
   * Makes them, all at nothing.
   *
   * @param agencies their codes
   * @param ways of messages to officials, as the engine calls them
   */
  public Metrics(Collection<String> agencies, Collection<String> ways, String version) {
    names = KnownNames.of(agencies, ways);
    Info.builder()
        .name("lapor_build_info")
        .help("What runs")
        .labelNames("version", "java")
        .register(registry)
        .setLabelValues(version, Runtime.version().toString());
    ProcessGauges.register(registry);
    for (String target : names.targets()) {
      attemptSeconds.initLabelValues(target);
      fencedWrites.initLabelValues(target);
      for (Alert.Kind kind : Alert.Kind.values()) {
        alerts.initLabelValues(label(kind), target);
      }
      for (Attempted.Result result : Attempted.Result.values()) {
        deliveries.initLabelValues(target, label(result));
      }
    }
    for (String source : names.farEnds()) {
      polls.initLabelValues(source, "ok");
      polls.initLabelValues(source, "failed");
    }
    // A series that begins at 1 has no increase, and nobody would be told of the first one.
    for (To to : To.values()) {
      answerSeconds.initLabelValues(label(to));
      STATUSES.forEach(status -> answers.initLabelValues(label(to), Integer.toString(status)));
      answers.initLabelValues(label(to), KnownNames.OTHER);
    }
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private Histogram histogram(String name, String help, double[] bounds, String... labels) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .classicOnly()
        .classicUpperBounds(bounds)
        .register(registry);
  }

  /**
   * Tells from now on what is in the store too, read at most every 10 s; whether it can be written;
   * and which far ends are there.
   */
  public void watch(
      CaseStore store, InstantSource time, BooleanSupplier writable, Supplier<List<FarEnd>> ends) {
    new StoreGauges(
            new CachedQuery<>(() -> StoreSnapshot.of(store, time.instant()), STORE_AGE_MIN),
            names,
            time)
        .register(registry);
    GaugeWithCallback.builder()
        .name("lapor_store_writable")
        .help("Whether the store can be written: 1 or 0")
        .callback(out -> out.call(writable.getAsBoolean() ? 1 : 0))
        .register(registry);
    GaugeWithCallback.builder()
        .name("lapor_far_end_up")
        .help("Whether a far end was there when last spoken to: 1 or 0")
        .labelNames("name")
        .callback(
            out ->
                ends.get().stream()
                    .filter(end -> end.state() != FarEnd.State.UNKNOWN)
                    .forEach(end -> out.call(end.state() == FarEnd.State.UP ? 1 : 0, end.name())))
        .register(registry);
  }

  @Override
  public void attempted(Attempted attempt) {
    String target = names.target(attempt.target());
    deliveries.labelValues(target, label(attempt.result())).inc();
    attemptSeconds.labelValues(target).observe(seconds(attempt.took()));
  }

  @Override
  public void alerted(Alert alert) {
    alerts.labelValues(label(alert.kind()), names.target(alert.target())).inc();
  }

  @Override
  public void fenced(String target) {
    fencedWrites.labelValues(names.target(target)).inc();
  }

  @Override
  public void detected(Detected detected) {
    if (detected.mark().isEmpty()) {
      detectionSeconds.observe(seconds(detected.lag()));
    }
  }

  @Override
  public void unexpectedTransition() {
    transitions.inc();
  }

  @Override
  public void unfamiliar(int things) {
    unfamiliar.inc(things);
  }

  @Override
  public void polled(Polled poll) {
    polls.labelValues(names.farEnd(poll.source()), poll.ok() ? "ok" : "failed").inc();
  }

  @Override
  public void answered(To to, int status, Duration took) {
    String whom = label(to);
    String told = STATUSES.contains(status) ? Integer.toString(status) : KnownNames.OTHER;
    answers.labelValues(whom, told).inc();
    answerSeconds.labelValues(whom).observe(seconds(took));
  }

  /** A commit of the store ended. */
  public void committed(Committed commit) {
    if (commit.kept()) {
      commitSeconds.observe(seconds(commit.took()));
      commitUnits.observe(commit.units());
    } else {
      commitsFailed.inc();
    }
  }

  private static String label(Alert.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String label(To to) {
    return to.name().toLowerCase(Locale.ROOT);
  }

  private static String label(Attempted.Result result) {
    return result.name().toLowerCase(Locale.ROOT);
  }

  /** A clock that was set back makes no negative time. */
  private static double seconds(Duration took) {
    return Math.max(0, took.toNanos() / NANOS_PER_SECOND);
  }

  /** All of it, in the text form of Prometheus. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
