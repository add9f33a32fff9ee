package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.PortalSettings.Control;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.state.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {
  private final PortalSimulator portal =
      PortalSimulator.start(PortalSettings.defaults().withSeed(42).withControl(Control.LOOPBACK));
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void it_is_off_unless_switched_on() {
    try (var plain = PortalSimulator.start(PortalSettings.defaults())) {
      assertThat(new Caller(plain).order("GET", "", "").statusCode()).isEqualTo(404);
      assertThat(new Caller(plain).order("POST", "/faults", "{}").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_fault_is_ordered_seen_and_removed() {
    String id = portal.fileComplaint(Samples.complaint());
    JsonNode added =
        ordered(
            201,
            "POST",
            "/faults",
            "{\"kind\":\"status\",\"at\":\"detail\",\"times\":2,\"status\":429,\"retryAfter\":\"7\"}");

    HttpResponse<String> refused = caller.get("/complaints/" + id + "/complaint");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("7");
    JsonNode state = ordered(200, "GET", "", "");
    assertThat(state.path("seed").asLong()).isEqualTo(42);
    assertThat(state.at("/faults/0/happened").asInt()).isEqualTo(1);
    assertThat(state.at("/faults/0/status").asText()).isEqualTo("429");
    ordered(200, "DELETE", "/faults/" + added.path("id").asText(), "");
    assertThat(caller.get("/complaints/" + id + "/complaint").statusCode()).isEqualTo(200);
    ordered(404, "DELETE", "/faults/" + added.path("id").asText(), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"nothing\"}|no kind 'nothing'",
        "{\"kind\":\"status\",\"at\":\"moon\"}|status happens at one of",
        "{\"kind\":\"without_id\",\"at\":\"list\"}|without_id: happens at create, stream, not at list",
        "{\"kind\":\"status\",\"status\":200}|status must match",
        "{\"kind\":\"status\",\"times\":\"often\"}|times is a whole number",
        "{\"kind\":\"status\",\"chance\":\"often\"}|chance is a number",
        "{\"kind\":\"status\",\"color\":\"red\"}|status: knows status, retryAfter, not 'color'"
      })
  void a_wrong_order_says_what_can_be_said(String body, String message) {
    JsonNode answer = ordered(422, "POST", "/faults", body);

    assertThat(answer.path("message").asText()).contains(message);
    assertThat(portal.faults().standing()).isEmpty();
  }

  @Test
  void every_kind_explains_itself() {
    JsonNode kinds = ordered(200, "GET", "/kinds", "");

    assertThat(kinds).hasSize(FaultKind.values().length);
    assertThat(kinds)
        .allMatch(each -> !each.path("meaning").asText().isEmpty() && !each.path("at").isEmpty());
  }

  @Test
  void the_wire_changes_while_it_runs() {
    JsonNode wire = ordered(200, "POST", "/wire", "{\"paging\":\"cursor\",\"revision\":false}");

    assertThat(wire.path("paging").asText()).isEqualTo("cursor");
    assertThat(portal.wire().revision()).isFalse();
    assertThat(ordered(422, "POST", "/wire", "{\"paging\":\"up\"}").path("message").asText())
        .isEqualTo("paging is one of laravel, page, link, cursor: 'up'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verify|{}|Terverifikasi",
        "assign|{\"institution\":14627}|Terverifikasi",
        "forward|{\"institution\":151345}|Belum Terverifikasi",
        "postpone|{\"reason\":\"Kurang lengkap\"}|Menunggu Kelengkapan Informasi",
        "close|{\"by\":\"system\"}|Ditutup oleh Sistem",
        "archive|{\"by\":\"reporter\",\"reason\":\"x\"}|Diarsipkan oleh Pelapor",
        "block|{}|Konten Terblokir",
        "reopen|{}|Terverifikasi",
        "edit|{\"title\":\"Judul baru\"}|Belum Terverifikasi",
        "show|{\"secret\":true}|Belum Terverifikasi",
        "reply|{\"content\":\"Belum\"}|Ditanggapi oleh Pelapor",
        "remove|{}|removed"
      })
  void whatever_admins_and_reporters_do_can_be_ordered(String act, String body, String status) {
    String id = portal.fileComplaint(Samples.complaint());

    JsonNode answer = ordered(200, "POST", "/complaints/" + id + "/" + act, body);

    assertThat(answer.path("status").asText()).isEqualTo(status);
    assertThat(portal.ledger().entries(id)).hasSizeGreaterThan(1);
  }

  @Test
  void a_wrong_act_changes_nothing() {
    String id = portal.fileComplaint(Samples.complaint());

    ordered(404, "POST", "/complaints/1/verify", "{}");
    ordered(422, "POST", "/complaints/" + id + "/dance", "{}");
    ordered(422, "POST", "/complaints/" + id + "/assign", "{\"institution\":1}");
    ordered(422, "POST", "/complaints/" + id + "/close", "{\"by\":\"wind\"}");
    ordered(422, "POST", "/complaints/" + id + "/reply", "{}");

    assertThat(portal.status(id)).contains(Status.UNVERIFIED);
  }

  @Test
  void complaints_are_filed_and_made_up() {
    JsonNode filed =
        ordered(
            201,
            "POST",
            "/complaints",
            "{\"title\":\"Lampu\",\"content\":\"Padam\",\"category_id\":1398,\"channel\":\"SMS\"}");
    ordered(201, "POST", "/complaints", "{\"generate\":3}");
    ordered(422, "POST", "/complaints", "{\"generate\":0}");
    ordered(422, "POST", "/complaints", "{\"title\":\"Lampu\"}");

    assertThat(portal.ledger().complaints()).hasSize(4);
    OfferedComplaint first = portal.ledger().complaints().get(0);
    assertThat(filed.at("/complaint_ids/0").asText()).isEqualTo(first.complaintId());
    assertThat(first.complaint().categoryId()).isEqualTo(1398);
    assertThat(first.complaint().channel()).isEqualTo("SMS");
  }

  @Test
  void the_ledger_is_read_by_complaint_kind_and_number() {
    String id = portal.fileComplaint(Samples.complaint());
    ordered(201, "POST", "/faults", "{\"kind\":\"status\"}");
    caller.get("/complaints/" + id + "/complaint");

    JsonNode faults = ordered(200, "GET", "/ledger?kind=fault", "");
    JsonNode story = ordered(200, "GET", "/ledger?complaint=" + id, "");
    JsonNode rest = ordered(200, "GET", "/ledger?after=" + faults.at("/0/number").asLong(), "");

    assertThat(faults).hasSize(1);
    assertThat(faults.at("/0/what").asText()).isEqualTo("status status=503, at detail");
    assertThat(story).hasSize(3);
    assertThat(rest).hasSize(1);
    ordered(422, "GET", "/ledger?after=x", "");
  }

  @Test
  void received_follow_ups_are_read_field_by_field() {
    String id = portal.fileComplaint(Samples.complaint());
    caller.post(
        "/complaints/followup/add",
        MultipartBody.followUp(id, "Sudah diperbaiki.")
            .file("attachment[0]", "foto.jpg", "image/jpeg", new byte[] {1, 2, 3}));

    JsonNode received = ordered(200, "GET", "/followups?complaint=" + id, "");

    assertThat(received).hasSize(1);
    assertThat(received.at("/0/fields/content").asText()).isEqualTo("Sudah diperbaiki.");
    assertThat(received.at("/0/files/0/field").asText()).isEqualTo("attachment[0]");
    assertThat(received.at("/0/files/0/bytes").asInt()).isEqualTo(3);
    assertThat(ordered(200, "GET", "/followups?complaint=1", "")).isEmpty();
  }

  @Test
  void a_reset_takes_faults_settings_and_if_asked_complaints_away() {
    portal.fileComplaint(Samples.complaint());
    ordered(201, "POST", "/faults", "{\"kind\":\"status\"}");
    ordered(200, "POST", "/wire", "{\"list\":\"no\"}");

    ordered(200, "POST", "/reset", "{}");
    assertThat(portal.faults().standing()).isEmpty();
    assertThat(caller.results("/complaints").path("data")).hasSize(1);

    JsonNode state = ordered(200, "POST", "/reset", "{\"seed\":7,\"complaints\":true}");
    assertThat(state.path("seed").asInt()).isEqualTo(7);
    assertThat(caller.results("/complaints").path("data")).isEmpty();
    assertThat(portal.ledger().complaints()).isEmpty();
  }

  @Test
  void webhooks_are_ordered_even_without_a_target() {
    assertThat(ordered(200, "POST", "/push", "{\"on\":true,\"replay\":3}").path("replayed").asInt())
        .isZero();
    ordered(422, "POST", "/push", "{\"unknown\":\"../x\"}");
  }

  @Test
  void a_form_of_a_web_page_orders_nothing() {
    HttpResponse<String> answer =
        caller.send(
            HttpRequest.newBuilder(portal.pageUri().resolve("/control/faults"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"kind\":\"status\"}")));

    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", ""})
  void a_name_that_leads_here_from_elsewhere_orders_nothing(String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), portal.pageUri().getPort())) {
      String request = "GET /control HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

      assertThat(in.readLine()).matches("HTTP/1.1 40[03] .*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
  void what_a_proxy_passes_on_orders_nothing(String header) {
    HttpResponse<String> answer =
        caller.send(
            HttpRequest.newBuilder(portal.pageUri().resolve("/control"))
                .header(header, "203.0.113.7")
                .GET());

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private JsonNode ordered(int status, String method, String path, String body) {
    HttpResponse<String> answer = caller.order(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Caller.json(answer);
  }
}
