package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Digest;
import id.aduan.lapor.notification.Directory;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Ladder;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.notification.Wording;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the digest says of more cases than it lists. */
class DailyDigestTest {
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final AgencyCode KANTAH = new AgencyCode("kantah");
  private static final Instant LONG_AGO = Instant.parse("2026-08-03T03:00:00Z");
  private static final Instant YESTERDAY_LATE = Instant.parse("2026-11-05T03:00:00Z");

  private static final Messenger NOWHERE =
      new Messenger() {
        @Override
        public DeliveryResult send(Message message, IdempotencyKey key) {
          return new DeliveryResult.Accepted("");
        }
      };

  @TempDir private Path dir;
  private ClockRig rig;

  private static Notifications headsAndSekda() {
    Contact contact =
        new Contact(
            Optional.of(new EmailAddress("pejabat@bintan.example")),
            Optional.empty(),
            Optional.empty());
    Map<Role, Contact> head = Map.of(Role.HEAD, contact);
    return new Notifications(
        Directory.of(
            Map.of(DISHUB, head, KANTAH, head),
            Map.of(Role.SEKDA, contact, Role.COORDINATOR, contact)),
        Wording.shipped(),
        Ladder.USUAL,
        Map.of(Channel.EMAIL, NOWHERE));
  }

  @BeforeEach
  void open() {
    rig = new ClockRig(dir, Deadlines.national(), headsAndSekda());
    rig.now = Instant.parse("2026-11-26T03:00:00Z");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void received(int first, int cases, AgencyCode agency, Instant at) {
    CaseFacts facts =
        new CaseFacts(
            Classification.Kind.ORDINARY_COMPLAINT, Visibility.UNKNOWN, Optional.of(agency));
    List<Occurrence> events = List.of(Occurrence.of(CaseEvent.RECEIVED, at));
    boolean unused =
        rig.store.inTransaction(
            tx -> {
              for (int i = first; i < first + cases; i++) {
                TrackingId id = new TrackingId(Integer.toString(9_200_000 + i));
                rig.store
                    .clocks()
                    .save(tx, rig.deadlines.clockwork().compute(id, facts, events, List.of()));
              }
              return true;
            });
  }

  /** What is to be sent, by whose it is; that of the region under an empty text. */
  private Map<String, String> sent() {
    Share all = new Share(10, 0, false, false, Instant.MAX);
    List<Envelope> claimed =
        rig.store.inTransaction(
            tx ->
                rig.store
                    .claims()
                    .claim(tx, Targets.NOTIFY_EMAIL, all, rig.now, Duration.ofMinutes(1)));
    Map<String, String> texts = new TreeMap<>();
    for (Envelope envelope : claimed) {
      JsonNode sent = ModelJson.read(envelope.payload(), JsonNode.class);
      String agency = sent.at("/agency/value").asText() + sent.path("agency").asText();
      assertThat(texts).as("one message per address").doesNotContainKey(agency);
      texts.put(agency, sent.path("subject").asText() + "\n" + sent.path("text").asText());
    }
    return texts;
  }

  @Test
  void anAgencyBeyondThoseWithTheNearestEndsIsToldAndEveryCaseIsCounted() {
    received(0, Digest.CASES_MAX + 10, DISHUB, LONG_AGO);
    received(1000, 2, KANTAH, YESTERDAY_LATE);

    rig.digest().run();

    Map<String, String> sent = sent();
    assertThat(sent).containsOnlyKeys("", "dishub", "kantah");
    assertThat(sent.get("dishub")).contains("Ringkasan 26 November 2026: 210 terlambat, 0 segera");
    assertThat(sent.get("kantah")).contains("2 terlambat, 0 segera", "#9201000", "#9201001");
    assertThat(sent.get("")).contains("212 terlambat, 0 segera", "dan 153 lainnya");
  }

  @Test
  void whereNothingIsLateOrDueSoonNothingIsSent() {
    received(0, 3, DISHUB, rig.now.minusSeconds(60));

    rig.digest().run();

    assertThat(sent()).isEmpty();
  }

  @Test
  void aRecordThatIsDamagedIsCountedAndHoldsUpNoOther() throws SQLException {
    received(0, 2, DISHUB, LONG_AGO);
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("clocks.db"));
        Statement sql = file.createStatement()) {
      assertThat(
              sql.executeUpdate(
                  "update lapor_case_clocks set next_at = 1 where tracking_id = '9200000'"))
          .isOne();
    }
    rig.restart(rig.deadlines);

    rig.digest().run();

    assertThat(sent().get("dishub"))
        .contains("2 terlambat", "#9200001", "dan 1 lainnya")
        .doesNotContain("#9200000");
  }
}
