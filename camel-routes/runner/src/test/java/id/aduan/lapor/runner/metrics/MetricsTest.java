package id.aduan.lapor.runner.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.runner.http.AnswerListener.To;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.sync.Polled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics(List.of("dishub"), List.of("notify-email"), "1.2.3");

  private static Attempted attempt(String target) {
    return new Attempted(target, Attempted.Result.ACCEPTED, false, Duration.ofMillis(70));
  }

  @Test
  void whatHappensIsCounted() {
    metrics.attempted(attempt("dishub"));
    metrics.polled(new Polled("portal", false, Duration.ZERO));
    metrics.answered(To.PORTAL, 202, Duration.ofMillis(7));
    metrics.committed(new Committed(3, Duration.ofMillis(2), true));
    metrics.committed(new Committed(1, Duration.ofMillis(2), false));

    assertThat(metrics.text().lines())
        .contains(
            "lapor_deliveries_total{result=\"accepted\",target=\"dishub\"} 1.0",
            "lapor_deliveries_total{result=\"refused\",target=\"dishub\"} 0.0",
            "lapor_attempt_seconds_bucket{target=\"dishub\",le=\"0.1\"} 1",
            "lapor_polls_total{result=\"failed\",source=\"portal\"} 1.0",
            "lapor_webhook_answers_total{status=\"202\",to=\"portal\"} 1.0",
            "lapor_store_commit_units_sum 3.0",
            "lapor_store_commits_failed_total 1.0")
        .anyMatch(line -> line.startsWith("lapor_build_info{") && line.contains("\"1.2.3\""));
  }

  @Test
  @Tag("C22")
  void nobodyOutsideMakesNewSeries() {
    metrics.attempted(attempt("unknown"));
    metrics.polled(new Polled("unknown", true, Duration.ZERO));
    metrics.answered(To.OTHER, 599, Duration.ZERO);
    long before = metrics.text().lines().count();

    for (int i = 0; i < 10_000; i++) {
      metrics.attempted(attempt("agency-" + i));
      metrics.polled(new Polled("agency-" + i, true, Duration.ZERO));
      metrics.answered(To.OTHER, 600 + i, Duration.ZERO);
    }

    assertThat(metrics.text().lines().count()).isEqualTo(before);
    assertThat(metrics.text())
        .contains(
            "lapor_deliveries_total{result=\"accepted\",target=\"other\"} 10001.0",
            "lapor_webhook_answers_total{status=\"other\",to=\"other\"} 10001.0")
        .doesNotContain("agency-");
  }

  @Test
  void aClockThatWasSetBackMakesNoNegativeTime() {
    metrics.attempted(
        new Attempted("dishub", Attempted.Result.RETRY, true, Duration.ofSeconds(-5)));

    assertThat(metrics.text()).contains("lapor_attempt_seconds_sum{target=\"dishub\"} 0.0");
  }

  @Test
  @Tag("C22")
  void theStoreIsNotAskedByEachScrape() {
    AtomicInteger asked = new AtomicInteger();
    CachedQuery<Integer> query = new CachedQuery<>(asked::incrementAndGet, Duration.ofMinutes(10));

    for (int i = 0; i < 1000; i++) {
      assertThat(query.get()).contains(1);
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void whenTheStoreCannotBeReadOlderFiguresAreTold() {
    AtomicInteger asked = new AtomicInteger();
    CachedQuery<Integer> query =
        new CachedQuery<>(
            () -> {
              if (asked.incrementAndGet() > 1) {
                throw new StoreException("the disk is gone");
              }
              return 7;
            },
            Duration.ZERO);

    assertThat(query.get()).contains(7);
    while (asked.get() < 2) { // it rests for as long as a few runs of itself
      assertThat(query.get()).isEqualTo(Optional.of(7));
    }

    assertThat(query.get()).contains(7);
  }
}
