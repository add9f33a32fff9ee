package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.simulator.Receiver.Delivery;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushFaultsTest {
  private final Receiver receiver = new Receiver();
  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withSeed(3)
              .withPush(
                  PushSettings.to(receiver.uri(), PushSettings.INVENTED_SECRET)
                      .withRetry(Duration.ofMillis(10), Duration.ofMillis(40))));

  PushFaultsTest() throws IOException {}

  @AfterEach
  void stop() {
    portal.close();
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1000})
  void a_webhook_may_come_many_times_under_one_id(int copies) {
    portal.faults().add(Fault.of(FaultKind.PUSH_REPEATED).times(1).with("copies", "" + copies));

    portal.fileComplaint(Samples.complaint());

    awaitDelivered();
    assertThat(receiver.deliveries).hasSize(copies);
    assertThat(receiver.deliveries).extracting(Delivery::id).containsOnly(first().id());
    assertThat(receiver.deliveries).extracting(Delivery::body).containsOnly(first().body());
  }

  @Test
  void webhooks_of_one_complaint_may_come_out_of_order() {
    portal.faults().add(Fault.of(FaultKind.PUSH_SHUFFLED).with("events", "8"));
    String id = portal.fileComplaint(Samples.complaint());
    IntStream.range(0, 7).forEach(i -> portal.reply(id, "Balasan " + i));

    awaitDelivered();

    assertThat(revisions())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8)
        .isNotEqualTo(List.of(1, 2, 3, 4, 5, 6, 7, 8));
  }

  @Test
  void what_is_kept_to_be_mixed_is_not_lost() {
    portal.faults().add(Fault.of(FaultKind.PUSH_SHUFFLED).with("events", "8"));
    portal.fileComplaint(Samples.complaint());
    assertThat(portal.pushBacklog()).isEqualTo(1);

    portal.faults().reset(1);
    portal.releasePush();

    awaitDelivered();
    assertThat(receiver.deliveries).hasSize(1);
  }

  @Test
  void an_update_may_come_of_a_complaint_that_was_never_told() {
    portal
        .faults()
        .add(Fault.of(FaultKind.PUSH_DROPPED).times(1).with("type", "complaint.created"));
    String id = portal.fileComplaint(Samples.complaint());
    portal.reply(id, "Halo");

    awaitDelivered();

    assertThat(receiver.types()).containsExactly("followup.created");
  }

  @Test
  void a_webhook_may_be_about_a_complaint_that_the_portal_does_not_have() {
    portal.pushStrange("9999999");

    awaitDelivered();

    assertThat(first().json().at("/data/complaint_id").asText()).isEqualTo("9999999");
    assertThat(new Caller(portal).get("/complaints/9999999/complaint").statusCode()).isEqualTo(404);
  }

  @Test
  void an_id_may_be_used_again_for_another_content() {
    portal.fileComplaint(Samples.complaint());
    portal.faults().add(Fault.of(FaultKind.PUSH_ID_REUSED).times(1));
    portal.fileComplaint(Samples.complaint());

    awaitDelivered();

    assertThat(receiver.deliveries).hasSize(2);
    assertThat(receiver.deliveries.get(1).id()).isEqualTo(first().id());
    assertThat(receiver.deliveries.get(1).body()).isNotEqualTo(first().body());
  }

  @Test
  void ids_may_begin_anew() {
    for (int time = 0; time < 2; time++) {
      String fault = portal.faults().add(Fault.of(FaultKind.PUSH_IDS_RESET));
      portal.fileComplaint(Samples.complaint());
      portal.fileComplaint(Samples.complaint());
      portal.faults().remove(fault);
    }

    awaitDelivered();

    assertThat(receiver.deliveries)
        .extracting(Delivery::id)
        .containsExactlyInAnyOrder("msg_1", "msg_2", "msg_1", "msg_2");
  }

  @Test
  void webhooks_of_the_past_may_be_replayed() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.reply(id, "Halo");
    awaitDelivered();

    assertThat(portal.replayPush(2)).isEqualTo(2);

    awaitDelivered();
    assertThat(receiver.deliveries).hasSize(4);
    assertThat(receiver.deliveries.get(2).body()).isEqualTo(first().body());
    assertThat(receiver.deliveries.get(2).id()).isEqualTo(first().id());
  }

  @Test
  void a_webhook_may_be_signed_by_a_wrong_clock() {
    portal.faults().add(Fault.of(FaultKind.CLOCK_SKEW).at(Place.PUSH).with("by", "-PT1H"));

    portal.fileComplaint(Samples.complaint());

    awaitDelivered();
    assertThat(Long.parseLong(first().timestamp()))
        .isLessThan(System.currentTimeMillis() / 1000 - 3000);
  }

  @Test
  void a_webhook_may_have_another_shape() {
    portal.faults().add(Fault.of(FaultKind.WITHOUT_TEXT).at(Place.PUSH));

    portal.fileComplaint(Samples.complaint());

    awaitDelivered();
    assertThat(first().json().path("data").has("content")).isFalse();
    assertThat(portal.ledger().faults()).hasSize(1);
  }

  private Delivery first() {
    return receiver.deliveries.get(0);
  }

  private List<Integer> revisions() {
    return receiver.deliveries.stream().map(each -> each.json().path("revision").asInt()).toList();
  }

  private void awaitDelivered() {
    await().untilAsserted(() -> assertThat(portal.pushBacklog()).isZero());
  }
}
