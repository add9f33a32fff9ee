package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Alert.Kind;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person is told of files, and how often. */
class FileAlertsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final Tx COMMITTED = Runnable::run;

  private final List<Alert> told = new ArrayList<>();
  private final FileAlerts alerts = new FileAlerts(told::add);

  private void kept(State state, Instant at) {
    CaseFile file =
        new CaseFile(
            new TrackingId("9500001"),
            1,
            new Attachment("ZZPII", "https://a/1"),
            state,
            "",
            0,
            List.of(),
            Optional.empty(),
            List.of(),
            at);
    alerts.kept(COMMITTED, file, at);
  }

  @Test
  void each_way_in_which_files_do_not_go_on_is_told_once_a_day() {
    for (State state : State.values()) {
      kept(state, NOW);
      kept(state, NOW.plus(Duration.ofHours(23)));
    }
    kept(State.REFUSED, NOW.plus(Duration.ofDays(1)));

    assertThat(told)
        .extracting(Alert::kind)
        .containsExactly(
            Kind.FILES_QUARANTINED, Kind.FILES_REFUSED, Kind.FILES_LOST, Kind.FILES_REFUSED);
    assertThat(told).extracting(Alert::text).noneMatch(text -> text.contains("ZZPII"));
  }

  @Test
  void what_agencies_do_not_take_is_told_of_each() {
    alerts.notTaken(COMMITTED, "dishub", NOW);
    alerts.notTaken(COMMITTED, "dishub", NOW);
    alerts.notTaken(COMMITTED, "kantah", NOW);

    assertThat(told)
        .extracting(Alert::kind, Alert::target)
        .containsExactly(
            tuple(Kind.FILES_NOT_TAKEN, "dishub"), tuple(Kind.FILES_NOT_TAKEN, "kantah"));
  }
}
