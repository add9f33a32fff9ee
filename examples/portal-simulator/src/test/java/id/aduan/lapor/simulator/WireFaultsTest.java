package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFaultsTest {
  private final PortalSimulator portal = PortalSimulator.start(PortalSettings.defaults());
  private final Caller caller = new Caller(portal);
  private final String id = portal.fileComplaint(Samples.complaint());

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void a_late_answer_is_the_right_answer() {
    portal.faults().add(Fault.of(FaultKind.LATENCY).at(Place.DETAIL).with("millis", "150"));
    long start = System.nanoTime();

    HttpResponse<String> answer = detail();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(149));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_random_delay_stays_between_its_bounds() {
    portal.faults().add(Fault.of(FaultKind.LATENCY).with("millis", "10").with("millisMax", "20"));
    long start = System.nanoTime();

    detail();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(9), Duration.ofSeconds(5));
  }

  @Test
  void a_late_answer_does_not_hold_up_the_end_of_the_simulator() {
    portal.faults().add(Fault.of(FaultKind.LATENCY).with("millis", "600000"));
    var unread = CompletableFuture.supplyAsync(this::detail);
    await().until(() -> !portal.ledger().faults().isEmpty());
    long start = System.nanoTime();

    portal.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    await().until(unread::isDone);
  }

  @Test
  void too_many_requests_comes_with_the_retry_after_that_was_ordered() {
    portal
        .faults()
        .add(
            Fault.of(FaultKind.STATUS)
                .at(Place.REPLY)
                .times(1)
                .with("status", "429")
                .with("retryAfter", "2"));

    HttpResponse<String> refused = reply();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(portal.ledger().followUps()).isEmpty();
    assertThat(reply().statusCode()).isEqualTo(200);
  }

  @Test
  void unavailable_comes_without_a_retry_after_unless_ordered() {
    portal.faults().add(Fault.of(FaultKind.STATUS));

    HttpResponse<String> refused = detail();

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "xml,503,<am:fault,application/xml",
    "html,502,<html>,text/html",
    "json,429,\"fault\",application/json",
    "html,200,<html>,text/html",
    "xml,200,<am:fault,application/xml"
  })
  void a_gateway_answers_in_its_own_forms(String form, String status, String part, String type) {
    portal.faults().add(Fault.of(FaultKind.GATEWAY_PAGE).with("form", form).with("status", status));

    HttpResponse<String> page = reply();

    assertThat(page.statusCode()).isEqualTo(Integer.parseInt(status));
    assertThat(page.body()).contains(part);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(portal.ledger().followUps()).isEmpty();
  }

  @Test
  void a_gateway_may_hide_that_the_portal_did_it() {
    portal.faults().add(Fault.of(FaultKind.GATEWAY_PAGE).with("effect", "yes"));

    assertThat(reply().statusCode()).isEqualTo(503);
    assertThat(portal.ledger().followUps()).hasSize(1);
  }

  @Test
  void a_success_may_hold_an_error() {
    portal.faults().add(Fault.of(FaultKind.ERROR_BODY).at(Place.REPLY));

    HttpResponse<String> answer = reply();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Terjadi kesalahan sistem.\"}");
    assertThat(portal.ledger().followUps()).hasSize(1);
  }

  @Test
  void a_lost_request_does_nothing_and_ends_the_connection() {
    portal.faults().add(Fault.of(FaultKind.LOST_REQUEST).at(Place.REPLY).times(1));

    assertThatThrownBy(this::reply).isInstanceOf(UncheckedIOException.class);
    assertThat(portal.ledger().followUps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"before", "within"})
  void a_lost_answer_is_of_something_that_was_done(String cut) {
    portal.faults().add(Fault.of(FaultKind.LOST_ANSWER).at(Place.REPLY).times(1).with("cut", cut));

    assertThatThrownBy(this::reply).isInstanceOf(UncheckedIOException.class);
    assertThat(portal.ledger().followUps()).hasSize(1);
    assertThat(portal.ledger().entries(id))
        .extracting(LedgerEntry::what)
        .endsWith("lost_answer cut=" + cut + ", at reply", "reply, no whole answer");
  }

  @Test
  void a_created_complaint_may_come_without_its_id() {
    portal.faults().add(Fault.of(FaultKind.WITHOUT_ID).at(Place.CREATE).times(1));
    String body = "{\"title\":\"Judul\",\"content\":\"Isi\"}";

    HttpResponse<String> answer = caller.post("/complaints/complaint", body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Berhasil\"}");
    assertThat(portal.ledger().complaints()).hasSize(2);
    assertThat(caller.post("/complaints/complaint", body).body()).contains("complaint_id");
  }

  @Test
  void a_file_may_not_be_there_to_be_fetched() {
    String withFile =
        portal.fileComplaint(Samples.complaint().withEvidence(List.of(Samples.photo())));
    String path =
        URI.create(
                caller
                    .results("/complaints/" + withFile + "/complaint")
                    .at("/data/attachments/0/url")
                    .asText())
            .getPath();
    portal.faults().add(Fault.of(FaultKind.STATUS).at(Place.FILE).times(1));

    assertThat(caller.citizen(path).statusCode()).isEqualTo(503);
    assertThat(caller.citizen(path).statusCode()).isEqualTo(200);
  }

  @Test
  void every_call_and_every_fault_stands_in_the_ledger_of_its_complaint() {
    portal.faults().add(Fault.of(FaultKind.STATUS).at(Place.DETAIL).times(1));

    detail();
    detail();

    assertThat(portal.ledger().entries(id))
        .extracting(LedgerEntry::what)
        .containsExactly(
            "complaint_filed, Belum Terverifikasi",
            "status status=503, at detail",
            "detail, HTTP 503",
            "detail, HTTP 200");
  }

  private HttpResponse<String> detail() {
    return caller.get("/complaints/" + id + "/complaint");
  }

  private HttpResponse<String> reply() {
    return caller.post("/complaints/followup/add", MultipartBody.followUp(id, "Sudah diperbaiki."));
  }
}
