package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.CaseStart;
import id.aduan.lapor.deadline.Clock.Mark;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.store.Tx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon complaints come here, and who is told where that was late. */
@Tag("SOP-02")
class DetectionTest {
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  /** With the rule of the SOP: within one minute. */
  private static final Deadlines LOCAL =
      new Deadlines(
          RuleBook.shipped(),
          new Offices(CalendarSettings.national().office(AgencyKind.OPD), Map.of()),
          WarningSteps.USUAL);

  @TempDir private Path dir;
  private ClockRig rig;
  private final List<Detected> told = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final Detection detection = new Detection(Runnable::run, told::add, alerts::add);

  @BeforeEach
  void open() {
    rig = new ClockRig(dir, LOCAL);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void opened(Tx tx, Optional<Instant> portalTime, Instant arrival, Deadlines deadlines) {
    CaseStart start = CaseStart.of(portalTime, arrival);
    CaseFacts facts =
        new CaseFacts(Classification.Kind.ORDINARY_COMPLAINT, Visibility.UNKNOWN, Optional.empty());
    List<Occurrence> events = List.of(start.received(), Occurrence.of(CaseEvent.ARRIVED, arrival));
    CaseClocks clocks =
        deadlines.clockwork().compute(new TrackingId("9200001"), facts, events, List.of());
    detection.opened(tx, start, arrival, clocks);
  }

  private void arrives(Optional<Instant> portalTime, Instant arrival, Deadlines deadlines) {
    boolean unused =
        rig.store.inTransaction(
            tx -> {
              opened(tx, portalTime, arrival, deadlines);
              return true;
            });
  }

  private void arrives(Duration lag, Instant arrival) {
    arrives(Optional.of(arrival.minus(lag)), arrival, LOCAL);
  }

  @Test
  void how_long_it_took_is_told_of_each_complaint() {
    arrives(Duration.ofSeconds(7), NOW);
    arrives(Duration.ofHours(3), NOW);
    // A portal whose clock is a little ahead of ours.
    arrives(Duration.ofSeconds(-30), NOW);

    assertThat(told)
        .containsExactly(
            new Detected(Duration.ofSeconds(7), Optional.empty()),
            new Detected(Duration.ofHours(3), Optional.empty()),
            new Detected(Duration.ZERO, Optional.empty()));
  }

  @Test
  void one_that_came_later_than_a_rule_in_minutes_allows_alarms_once_an_hour() {
    arrives(Duration.ofSeconds(59), NOW);
    assertThat(alerts).isEmpty();

    arrives(Duration.ofSeconds(61), NOW);
    arrives(Duration.ofHours(5), NOW.plus(Duration.ofMinutes(59)));
    assertThat(alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.kind()).isEqualTo(Alert.Kind.DETECTION_LATE))
        .satisfies(alert -> assertThat(alert.text()).contains("61 s").doesNotContain("9200001"));

    arrives(Duration.ofSeconds(90), NOW.plus(Duration.ofMinutes(60)));
    assertThat(alerts).hasSize(2);
  }

  @Test
  void without_a_rule_in_minutes_nothing_is_late() {
    arrives(Optional.of(NOW.minus(Duration.ofDays(2))), NOW, Deadlines.national());

    assertThat(told).hasSize(1);
    assertThat(alerts).isEmpty();
  }

  @Test
  void a_time_of_the_portal_that_cannot_be_believed_alarms_and_measures_nothing() {
    arrives(Optional.empty(), NOW, LOCAL);
    arrives(Optional.of(NOW.plus(Duration.ofDays(1))), NOW, LOCAL);

    assertThat(told)
        .containsExactly(
            new Detected(Duration.ZERO, Optional.of(Mark.START_MISSING)),
            new Detected(Duration.ZERO, Optional.of(Mark.START_IN_FUTURE)));
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.PORTAL_TIME_ODD);
    // What came late is told all the same.
    arrives(Duration.ofMinutes(5), NOW);
    assertThat(alerts)
        .extracting(Alert::kind)
        .containsExactly(Alert.Kind.PORTAL_TIME_ODD, Alert.Kind.DETECTION_LATE);
  }

  @Test
  void of_a_complaint_that_was_not_kept_nothing_is_told() {
    assertThatThrownBy(
            () ->
                rig.store.inTransaction(
                    tx -> {
                      opened(tx, Optional.empty(), NOW, LOCAL);
                      throw new IllegalStateException("planted");
                    }))
        .hasMessageContaining("planted");

    assertThat(told).isEmpty();
    assertThat(alerts).isEmpty();
  }
}
