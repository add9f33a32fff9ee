package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.sync.AgencyPoll;
import id.aduan.lapor.sync.AnswerIntake;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Timekeeper;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agencies push, from the credential to the portal. Nothing polls them unless a test does. */
class AgencyPushTest extends ConnectorRig {
  private static final TrackingId LAMP = new TrackingId("9300001");
  private static final TrackingId LAND = new TrackingId("9300002");
  private static final String OF_DISHUB = secret("d");
  private static final String OF_KANTAH = secret("k");

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    dishub.can(Set.of(Capability.FIND, Capability.PUSH));
    kantah.can(Set.of(Capability.FIND, Capability.PUSH));
    return builder
        .agencyWebhook("dishub", List.of(SigningSecret.parse(OF_DISHUB)))
        .agencyWebhook("kantah", List.of(SigningSecret.parse(OF_KANTAH)));
  }

  private static String secret(String letter) {
    return "whsec_" + letter.repeat(44);
  }

  @BeforeEach
  void openTickets() throws Exception {
    portal.put(Samples.state(Samples.complaint(LAMP.value(), "1398")));
    portal.put(Samples.state(Samples.complaint(LAND.value(), "932")));
    push("msg_lamp", LAMP.value());
    push("msg_land", LAND.value());
    awaitState(LAMP.value(), State.DONE);
    awaitState(LAND.value(), State.DONE);
  }

  @Test
  @Tag("C1")
  void a_pushed_answer_stands_on_the_portal() throws Exception {
    dishub.writes(LAMP, "Lampu sudah menyala.", true);

    Receipt receipt = pushed("msg_1", "1");

    assertThat(receipt.quarantined()).isFalse();
    assertThat(kept("agency.dishub.webhook", "msg_1")).contains(receipt);
    awaitPublished("Lampu sudah menyala.");
    assertThat(story(LAMP.value())).contains(Action.ANSWER_RECEIVED);
  }

  @Test
  @Tag("C24")
  void a_pushed_note_never_goes_to_the_portal() throws Exception {
    dishub.writes(LAMP, "Catatan untuk rekan.", false);
    dishub.writes(LAMP, "Selesai.", true);

    pushed("msg_1", "1,2");

    awaitPublished("Selesai.");
    assertThat(story(LAMP.value())).contains(Action.NOTE_KEPT_BACK);
  }

  @Test
  @Tag("C3")
  void a_repeated_push_gets_the_same_receipt_and_has_one_effect() throws Exception {
    dishub.writes(LAMP, "Selesai.", true);

    Receipt first = pushed("msg_1", "1");
    Receipt second = pushed("msg_1", "1");
    Receipt underAnotherId = pushed("msg_2", "1");

    assertThat(second).isEqualTo(first);
    assertThat(underAnotherId.quarantined()).isFalse();
    awaitPublished("Selesai.");
  }

  @Test
  @Tag("C3")
  void a_change_that_is_pushed_and_polled_has_one_effect_whichever_comes_first() throws Exception {
    dishub.writes(LAMP, "Pertama.", true);
    dishub.writes(LAMP, "Kedua.", true);

    pushed("msg_1", "1");
    poll().pollOnce();
    pushed("msg_2", "2");

    awaitPublished("Pertama.", "Kedua.");
  }

  @Test
  @Tag("C3")
  void a_push_that_races_a_poll_has_one_effect() throws Exception {
    List<String> texts = IntStream.range(1, 21).mapToObj(i -> "Jawaban ke-" + i).toList();
    texts.forEach(text -> dishub.writes(LAMP, text, true));
    String all = IntStream.range(1, 21).mapToObj(i -> "" + i).collect(Collectors.joining(","));
    CountDownLatch start = new CountDownLatch(1);
    CompletableFuture<Void> polling =
        CompletableFuture.runAsync(
            () -> {
              start.countDown();
              poll().pollOnce();
            });

    start.await();
    pushed("msg_1", all);
    polling.get();

    awaitPublished(texts.toArray(String[]::new));
  }

  @Test
  @Tag("C8")
  void a_change_that_is_told_late_is_not_lost() throws Exception {
    dishub.writes(LAMP, "Pertama.", true);
    dishub.writes(LAMP, "Kedua.", true);

    pushed("msg_2", "2");
    pushed("msg_1", "1");

    awaitPublished("Kedua.", "Pertama.");
  }

  @Test
  @Tag("C4")
  void a_reused_id_with_another_content_is_set_aside_and_changes_nothing() throws Exception {
    dishub.writes(LAMP, "Pertama.", true);
    dishub.writes(LAMP, "Kedua.", true);
    pushed("msg_1", "1");

    Receipt reused = pushed("msg_1", "2");

    assertThat(reused.code()).isEqualTo("event.id_reused");
    awaitPublished("Pertama.");
    assertThat(kept("agency.dishub", "2")).isEmpty();
  }

  @Test
  void the_same_id_of_two_agencies_are_two_events() throws Exception {
    dishub.writes(LAMP, "Lampu.", true);
    kantah.writes(LAND, "Tanah.", true);

    pushed("msg_1", "1");
    Receipt other = receipt(push("kantah", OF_KANTAH, "msg_1", "1"));

    assertThat(other.quarantined()).isFalse();
    await().until(() -> portal.followUps().size() == 2);
  }

  @Test
  @Tag("C2")
  void only_the_credential_of_this_agency_is_good_at_its_address() throws Exception {
    dishub.writes(LAMP, "Selesai.", true);
    List<Answer> ofAnother =
        List.of(push("dishub", OF_KANTAH, "msg_1", "1"), push("kantah", OF_DISHUB, "msg_1", "1"));
    List<Answer> ofNobody =
        List.of(push("nobody", OF_DISHUB, "msg_1", "1"), push("nobody", secret("A"), "msg_1", "1"));

    assertThat(ofAnother).containsOnly(new Answer.Refused(Verdict.Reason.BAD_SIGNATURE));
    assertThat(ofNobody).containsOnly(new Answer.Refused(Verdict.Reason.UNKNOWN_SENDER));
    assertThat(kept("agency.dishub", "1")).isEmpty();
  }

  @Test
  @Tag("S24")
  void what_is_another_agencys_is_not_touched_and_the_sender_is_not_told() throws Exception {
    dishub.writes(LAND, "Bukan tiket kami.", true);
    dishub.tells("TKT-unknown", LAND.value(), "Bukan aduan kami.");
    dishub.tells("TKT-unknown", "9999999", "Bukan aduan siapa pun.");
    dishub.writes(LAMP, "Selesai.", true);

    Receipt foreign = pushed("msg_1", "1,2,3");
    Receipt own = pushed("msg_2", "4");

    assertThat(foreign.quarantined()).isFalse();
    assertThat(foreign.code()).isEqualTo(own.code());
    awaitPublished("Selesai.");
    assertThat(kept("agency.dishub", "1")).isEmpty();
    assertThat(kept("agency.dishub.webhook", "msg_1")).isPresent();
    assertThat(story(LAND.value())).doesNotContain(Action.ANSWER_RECEIVED);
  }

  @Test
  void an_answer_that_overtakes_the_number_of_its_ticket_waits_for_it() throws Exception {
    TrackingId early = new TrackingId("9300003");
    dishub.writes(early, "Cepat sekali.", true);
    List<Receipt> receipts = new ArrayList<>();
    dishub.behaves(
        complaint -> {
          DeliveryResult stored = dishub.store(complaint);
          try {
            receipts.add(pushed("msg_1", "1"));
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          return stored;
        });
    portal.put(Samples.state(Samples.complaint(early.value(), "1398")));

    push("msg_early", early.value());

    awaitPublished("Cepat sekali.");
    assertThat(receipts).extracting(Receipt::quarantined).containsExactly(false);
  }

  @Test
  @Tag("C11")
  void a_message_that_cannot_be_read_is_kept_and_said_to_be_quarantined() throws Exception {
    assertThat(pushed("msg_1", " ").code()).isEqualTo("payload.shape");
    assertThat(pushed("msg_2", "?,?").code()).isEqualTo("payload.shape");
    assertThat(pushed("msg_3", "x").code()).isEqualTo("processing.failed");
    assertThat(kept("agency.dishub.webhook", "msg_3").map(Receipt::quarantined)).contains(true);
  }

  @Test
  @Tag("C11")
  void a_change_that_cannot_be_read_costs_no_other() throws Exception {
    dishub.writes(LAMP, "Pertama.", true);
    dishub.writes(LAMP, "Kedua.", true);

    Receipt receipt = pushed("msg_1", "1,?,2");

    assertThat(receipt.quarantined()).isFalse();
    awaitPublished("Pertama.", "Kedua.");
  }

  @Test
  @Tag("C11")
  void a_change_that_cannot_be_applied_costs_no_other() throws Exception {
    dishub.writes(LAMP, "Pertama.", true);
    dishub.tells("TKT-unknown", LAND.value(), "Milik kasus yang rusak.");
    dishub.writes(LAMP, "Kedua.", true);
    damage(LAND);

    Receipt receipt = pushed("msg_1", "1,2,3");

    assertThat(receipt.quarantined()).isFalse();
    assertThat(pushed("msg_1", "1,2,3")).isEqualTo(receipt);
    awaitPublished("Pertama.", "Kedua.");
    assertThat(kept("agency.dishub", "2").map(Receipt::code)).contains("processing.failed");
  }

  @Test
  @Tag("C22")
  void a_message_with_too_many_changes_is_kept_aside() throws Exception {
    dishub.writes(LAMP, "Selesai.", true);

    Receipt receipt = pushed("msg_1", "1,".repeat(1_000) + "1");

    assertThat(receipt.code()).isEqualTo("payload.too_many");
    assertThat(kept("agency.dishub", "1")).isEmpty();
  }

  @ParameterizedTest
  @Tag("S2")
  @ValueSource(strings = {"dishub", "nobody"})
  void a_webhook_needs_an_agency_that_reads_what_is_pushed(String code) {
    FakeAgency mute = new FakeAgency();
    mute.can(Set.of(Capability.CHANGES));
    LaporConnectorBuilder builder =
        LaporConnector.builder()
            .agency("dishub", mute)
            .agencyWebhook(code, List.of(SigningSecret.parse(OF_DISHUB)));

    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
  }

  private AgencyPoll poll() {
    return new AgencyPoll(
        new AgencyCode("dishub"),
        dishub,
        connector.store(),
        new AnswerIntake(
            connector.store(),
            portal,
            new CaseNotices(
                connector.store(), Deadlines.national(), Notifications.NONE, target -> {}),
            new Timekeeper(connector.store(), Deadlines.national()),
            AnswerRules.DEFAULT,
            connector.dispatcher()::wake),
        InstantSource.system());
  }

  private Receipt pushed(String eventId, String changes) throws Exception {
    return receipt(push("dishub", OF_DISHUB, eventId, changes));
  }

  private static Receipt receipt(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Kept.class);
    return ((Answer.Kept) answer).receipt();
  }

  private Answer push(String agency, String secret, String eventId, String changes)
      throws Exception {
    return connector
        .agencyPushes()
        .orElseThrow()
        .receive(agency, signed(secret, eventId, changes), changes.getBytes(StandardCharsets.UTF_8))
        .get();
  }

  private Optional<Receipt> kept(String source, String eventId) {
    return connector.store().read(tx -> connector.store().inbox().find(tx, source, eventId));
  }

  private void damage(TrackingId complaint) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        PreparedStatement change =
            db.prepareStatement("update lapor_complaint set rule = 'x' where tracking_id = ?")) {
      change.setString(1, complaint.value());
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
  }

  /** These and no others, once everything that was put into the outbox has arrived. */
  private void awaitPublished(String... texts) {
    await().until(() -> portal.followUps().size() >= texts.length);
    await()
        .untilAsserted(
            () ->
                assertThat(entries(LAMP.value()))
                    .extracting(OutboxView.Row::state)
                    .containsOnly(State.DONE));
    assertThat(portal.followUps()).extracting(FollowUp::content).containsExactly(texts);
  }
}
