package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.FakeAgency;
import id.aduan.lapor.FakePortal;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgencyPollTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final String RAW = "{\"isi\":\"ZZPII\"}";

  @TempDir private Path dir;

  @Test
  @Tag("C11")
  void a_change_that_cannot_be_read_is_kept_once_and_does_not_stop_the_feed() {
    FakeAgency agency = new FakeAgency();
    agency.garbles(RAW);
    agency.writes(new TrackingId("8123456"), "Sudah kami tangani.", true);
    try (JdbcStore store = JdbcStore.sqlite(dir.resolve("lapor.db"))) {
      AgencyPoll poll =
          new AgencyPoll(
              DISHUB,
              agency,
              store,
              new AnswerIntake(
                  store,
                  new FakePortal(),
                  new CaseNotices(store, Deadlines.national(), Notifications.NONE, target -> {}),
                  new Timekeeper(store, Deadlines.national()),
                  AnswerRules.DEFAULT,
                  target -> {}),
              InstantSource.fixed(NOW));

      poll.pollOnce();
      poll.pollOnce();

      String eventId = Digests.of(RAW.getBytes(StandardCharsets.UTF_8));
      Optional<Receipt> kept = store.read(tx -> store.inbox().find(tx, "agency.dishub", eventId));
      assertThat(kept.map(Receipt::code)).contains("change.unreadable");
      List<AuditEntry> story =
          store.read(tx -> store.audit().about(tx, kept.orElseThrow().reference()));
      assertThat(story).hasSize(1);
      assertThat(store.<String>read(tx -> store.cursors().get(tx, "agency.dishub"))).isEqualTo("1");
    }
  }
}
