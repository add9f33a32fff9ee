package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LaporConnectorTest extends ConnectorRig {
  @Test
  @Tag("F55")
  void a_pushed_complaint_reaches_the_agency_of_its_category_and_the_answer_the_portal()
      throws Exception {
    portal.put(Samples.state(Samples.fresh(Samples.complaint("9200001", "1398"))));

    push("msg_1", "9200001");
    await().until(() -> dishub.tickets().size() == 1);
    dishub.writes(new TrackingId("9200001"), "Lampu sudah menyala kembali.", true);

    await().until(() -> portal.followUps().size() == 1);
    assertThat(portal.followUps().get(0).content()).isEqualTo("Lampu sudah menyala kembali.");
    assertThat(kantah.tickets()).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(story("9200001"))
                    .containsExactly(
                        Action.RECEIVED,
                        Action.ROUTED,
                        Action.DUE_SET,
                        Action.TICKET_OPENED,
                        Action.DUE_SET,
                        Action.CLOCK_ENDED,
                        Action.ANSWER_RECEIVED,
                        Action.FOLLOW_UP_PUBLISHED,
                        Action.DUE_SET,
                        Action.CLOCK_ENDED));
    Happened.times("F55", 1, "a message about a complaint that was never told");
  }

  @Test
  @Tag("C6")
  void without_a_push_polling_alone_brings_it_there() {
    portal.put(Samples.state(Samples.complaint("9200002", "932")));

    await().until(() -> kantah.tickets().size() == 1);
  }

  @Test
  @Tag("C3")
  void however_often_and_by_whatever_way_it_comes_it_has_one_effect() throws Exception {
    portal.put(Samples.state(Samples.complaint("9200003", "1398"), 1));

    Answer first = push("msg_3", "9200003");
    Answer second = push("msg_3", "9200003");
    push("msg_3b", "9200003");
    await().until(() -> !dishub.tickets().isEmpty());
    connector.portalPoll().pollOnce();

    assertThat(second).isEqualTo(first);
    assertThat(entries("9200003")).hasSize(1);
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  @Tag("C4")
  @Tag("F59")
  void a_reused_id_with_another_content_is_quarantined_and_changes_nothing() throws Exception {
    portal.put(Samples.state(Samples.complaint("9200004", "1398")));
    portal.put(Samples.state(Samples.complaint("9200005", "1398")));
    push("msg_4", "9200004");

    Answer reused = push("msg_4", "9200005");

    assertThat(reused)
        .isInstanceOfSatisfying(
            Answer.Kept.class,
            kept -> assertThat(kept.receipt().code()).isEqualTo("event.id_reused"));
    Happened.times("F59", 1, "an id used again");
  }

  @Test
  void a_signed_message_that_cannot_be_read_is_kept_and_said_to_be_quarantined() throws Exception {
    Answer answer = push("msg_5", "{}");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Kept.class,
            kept -> {
              assertThat(kept.receipt().quarantined()).isTrue();
              assertThat(kept.receipt().code()).isEqualTo("payload.shape");
            });
  }

  @Test
  @Tag("C7")
  void a_ticket_whose_answer_got_lost_is_found_and_not_opened_twice() throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    dishub.behaves(
        complaint -> {
          DeliveryResult stored = dishub.store(complaint);
          return first.getAndSet(false) ? new DeliveryResult.Unknown("cut off") : stored;
        });
    portal.put(Samples.state(Samples.complaint("9200006", "1398")));

    awaitState("9200006", State.DONE);

    assertThat(dishub.tickets()).hasSize(1);
    assertThat(story("9200006")).contains(Action.OUTCOME_UNKNOWN, Action.TICKET_OPENED);
  }

  @Test
  @Tag("C7")
  void a_request_that_never_arrived_is_sent_again_once_its_absence_is_proven() {
    AtomicBoolean first = new AtomicBoolean(true);
    dishub.behaves(
        complaint ->
            first.getAndSet(false)
                ? new DeliveryResult.Unknown("time-out")
                : dishub.store(complaint));
    portal.put(Samples.state(Samples.complaint("9200007", "1398")));

    awaitState("9200007", State.DONE);

    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  @Tag("C7")
  void where_nothing_can_be_looked_up_an_unknown_outcome_waits_for_a_human() {
    dishub.can(Set.of());
    dishub.behaves(complaint -> new DeliveryResult.Unknown("time-out"));
    portal.put(Samples.state(Samples.complaint("9200008", "1398")));

    awaitState("9200008", State.PARKED);

    assertThat(entries("9200008").get(0).code()).isEqualTo(Settlement.UNKNOWN_OUTCOME);
  }

  @Test
  @Tag("C7")
  void an_equal_answer_given_twice_is_published_twice_even_when_the_portals_reply_gets_lost() {
    TrackingId id = new TrackingId("9200009");
    portal.put(Samples.state(Samples.complaint("9200009", "1398")));
    await().until(() -> dishub.tickets().size() == 1);
    portal.loseNextAnswer(true);
    portal.loseNextAnswer(false);

    dishub.writes(id, "Sedang dikerjakan.", true);
    dishub.writes(id, "Sedang dikerjakan.", true);

    await()
        .untilAsserted(
            () ->
                assertThat(entries("9200009"))
                    .extracting(OutboxView.Row::state)
                    .containsExactly(State.DONE, State.DONE, State.DONE));
    assertThat(portal.followUps()).hasSize(2);
  }

  @Test
  @Tag("C10")
  void an_agency_that_hangs_does_not_hold_up_another() {
    CountDownLatch never = new CountDownLatch(1);
    dishub.behaves(
        complaint -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new DeliveryResult.Unknown("hung");
        });
    IntStream.range(0, 30)
        .forEach(i -> portal.put(Samples.state(Samples.complaint("930000" + i, "1398"))));
    portal.put(Samples.state(Samples.complaint("9400000", "932")));

    await().until(() -> kantah.tickets().size() == 1);
    never.countDown();
  }

  @Test
  @Tag("C9")
  void while_an_agency_is_down_its_complaints_wait_and_lose_nothing() {
    AtomicBoolean down = new AtomicBoolean(true);
    dishub.behaves(
        complaint ->
            down.get()
                ? DeliveryResult.targetTrouble("connection refused")
                : dishub.store(complaint));
    IntStream.range(0, 20)
        .forEach(i -> portal.put(Samples.state(Samples.complaint("95000" + (10 + i), "1398"))));
    await().until(() -> story("9500010").contains(Action.DELIVERY_DELAYED));

    down.set(false);

    await().until(() -> dishub.tickets().size() == 20);
  }

  @Test
  void capabilities_decide_whether_an_agency_is_polled() {
    assertThat(connector.agencyPolls()).hasSize(2);
    assertThat(dishub.capabilities()).contains(Capability.CHANGES);
  }

  @Test
  @Tag("C7")
  void an_answer_to_a_ticket_that_we_were_not_told_of_is_kept_until_somebody_knows_it() {
    TrackingId id = new TrackingId("9200010");
    dishub.can(Set.of());
    dishub.behaves(
        complaint -> {
          dishub.store(complaint);
          return new DeliveryResult.Unknown("cut off");
        });
    portal.put(Samples.state(Samples.complaint("9200010", "1398")));
    awaitState("9200010", State.PARKED);

    dishub.writes(id, "Sudah menyala.", true);
    await().until(() -> cursorOf("agency.dishub").equals("1"));
    assertThat(portal.followUps()).isEmpty();
    Lane lane = new Lane(id, "dishub");
    byte[] payload = ModelJson.writeFor(dishub.tickets().get(0));
    Envelope opened =
        new Envelope(
            0, lane, "open", IdempotencyKey.of(lane, "open", ""), payload, 1, 0, 1, true, 0);
    connector
        .store()
        .inTransaction(
            tx -> {
              Objects.requireNonNull(connector.targets().get("dishub"))
                  .accepted(tx, opened, "TKT-9200010");
              return true;
            });

    await().until(() -> portal.followUps().size() == 1);
  }

  private String cursorOf(String name) {
    return connector.store().read(tx -> connector.store().cursors().get(tx, name));
  }
}
