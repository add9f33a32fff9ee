package id.aduan.lapor.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.PortalEvent.Kind;
import id.aduan.lapor.simulator.state.Status;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushTest {
  private final Receiver receiver = new Receiver();
  private final PushSettings push =
      PushSettings.to(receiver.uri(), PushSettings.INVENTED_SECRET)
          .withRetry(Duration.ofMillis(10), Duration.ofMillis(40));
  private PortalSimulator portal = PortalSimulator.start(PortalSettings.defaults().withPush(push));

  PushTest() throws IOException {}

  @AfterEach
  void stop() {
    portal.close();
    receiver.close();
  }

  @Test
  void everyChangeIsPushedInOrder() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.assign(id, 14627);
    new Caller(portal).post("/complaints/followup/add", MultipartBody.followUp(id, "Selesai"));
    portal.reply(id, "Belum");
    portal.closeComplaint(id, Status.CLOSED_BY_SYSTEM);

    awaitDelivered();

    assertThat(receiver.types())
        .containsExactly(
            "complaint.created",
            "complaint.disposed",
            "followup.created",
            "followup.created",
            "complaint.closed");
    assertThat(receiver.deliveries)
        .extracting(each -> each.json().path("revision").asInt())
        .containsExactly(1, 2, 3, 4, 5);
    JsonNode answered = receiver.deliveries.get(2).json().path("data");
    assertThat(answered.at("/followup/institution_from_id").asInt()).isEqualTo(14627);
    assertThat(answered.at("/followup/content").asText()).isEqualTo("Selesai");
    assertThat(receiver.deliveries.get(3).json().at("/data/followup/institution_from_id").isNull())
        .isTrue();
  }

  @Test
  void theSignatureIsAnHmacOverIdTimeAndBody() throws GeneralSecurityException {
    portal.fileComplaint(Samples.complaint());

    awaitDelivered();

    var delivery = receiver.deliveries.get(0);
    byte[] key =
        Base64.getDecoder().decode(PushSettings.INVENTED_SECRET.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = delivery.id() + "." + delivery.timestamp() + "." + delivery.body();
    assertThat(delivery.signature())
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
    assertThat(Long.parseLong(delivery.timestamp()))
        .isCloseTo(System.currentTimeMillis() / 1000, org.assertj.core.data.Offset.offset(60L));
  }

  @Test
  void aFailedEventIsTriedAgainUnderTheSameIdBeforeTheNextOfItsComplaint() {
    receiver.failuresLeft.set(3);
    List<PortalEvent> timeline = new CopyOnWriteArrayList<>();
    portal.listener(timeline::add);
    String id = portal.fileComplaint(Samples.complaint());
    portal.reply(id, "Tambahan");

    awaitDelivered();

    assertThat(receiver.types())
        .containsExactly(
            "complaint.created",
            "complaint.created",
            "complaint.created",
            "complaint.created",
            "followup.created");
    assertThat(receiver.deliveries.stream().limit(4).map(Receiver.Delivery::id).distinct())
        .hasSize(1);
    await()
        .untilAsserted(
            () ->
                assertThat(timeline.stream().map(PortalEvent::kind))
                    .contains(Kind.COMPLAINT_FILED, Kind.PUSH_FAILED, Kind.PUSH_DELIVERED));
  }

  @Test
  void theReporterIsInTheEventEvenIfAnonymousAndSecret() {
    portal.fileComplaint(Samples.complaint().withVisibility(true, true));

    awaitDelivered();

    assertThat(receiver.deliveries.get(0).json().at("/data/reporter/email").asText())
        .isEqualTo(Samples.REPORTER.email());
  }

  @Test
  void thinEventsHoldTheIdOnly() {
    portal.close();
    portal = PortalSimulator.start(PortalSettings.defaults().withPush(push.withThin(true)));
    String id = portal.fileComplaint(Samples.complaint());

    awaitDelivered();

    JsonNode event = receiver.deliveries.get(0).json();
    assertThat(event.path("data").toString()).isEqualTo("{\"complaint_id\":\"" + id + "\"}");
    assertThat(event.has("revision")).isFalse();
  }

  @Test
  void whileOffNothingIsPushedAndNothingIsMadeUpForLater() {
    portal.push(false);
    portal.fileComplaint(Samples.complaint());
    portal.push(true);
    String second = portal.fileComplaint(Samples.complaint());

    awaitDelivered();

    assertThat(receiver.deliveries)
        .extracting(each -> each.json().at("/data/complaint_id").asText())
        .containsExactly(second);
  }

  private void awaitDelivered() {
    await().untilAsserted(() -> assertThat(portal.pushBacklog()).isZero());
  }
}
