package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.state.Status;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowUpTest {
  private static final Instant NOW = Instant.parse("2026-11-22T20:15:00Z");

  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withTime(ZoneId.of("Asia/Jakarta"), () -> NOW)
              .withPageSizes(new PageSizes(20, 2, 10)));
  private final Caller caller = new Caller(portal);
  private final String id = portal.fileComplaint(Samples.complaint().withDisposition(14627));

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void anAnswerIsTakenWithoutAnIdAndShowsInTheLedgerWithItsRawFields() {
    HttpResponse<String> answer =
        caller.post(
            "/complaints/followup/add",
            MultipartBody.followUp(id, "Lampu sudah diganti ✅")
                .file("attachment[0]", "bukti.jpg", "image/jpeg", new byte[] {9, 9}));

    assertThat(answer.body()).isEqualTo("{\"message\":\"Berhasil\"}");
    ReceivedFollowUp line = portal.ledger().followUps(id).get(0);
    assertThat(line.content()).isEqualTo("Lampu sudah diganti ✅");
    assertThat(line.institutionFromId()).isEqualTo("14627");
    assertThat(line.fields()).containsEntry("template_code", "reply_lmw").hasSize(9);
    assertThat(line.files()).extracting(ReceivedFile::field).containsExactly("attachment[0]");
    assertThat(portal.status(id)).contains(Status.FOLLOWED_UP);
  }

  @Test
  void theSameRequestTwiceIsTwoFollowUps() {
    caller.post("/complaints/followup/add", MultipartBody.followUp(id, "Sama"));
    caller.post("/complaints/followup/add", MultipartBody.followUp(id, "Sama"));

    assertThat(portal.ledger().followUps(id))
        .extracting(ReceivedFollowUp::content)
        .containsExactly("Sama", "Sama");
  }

  @Test
  void allPagesTogetherHoldAnswersAndRepliesInOrder() {
    caller.post("/complaints/followup/add", MultipartBody.followUp(id, "satu"));
    portal.reply(id, "dua", Samples.photo());
    portal.assign(id, 12938);
    caller.post("/complaints/followup/add", MultipartBody.followUp(id, "empat"));
    portal.reply(id, "lima");

    List<JsonNode> rows = new ArrayList<>();
    JsonNode page = caller.results("/complaints/" + id + "/followups?page=1");
    page.path("data").forEach(rows::add);
    while (!page.path("next_page_url").isNull()) {
      page = caller.results(URI.create(page.path("next_page_url").asText()));
      page.path("data").forEach(rows::add);
    }

    assertThat(rows)
        .extracting(row -> row.path("template_code").asText())
        .containsExactly(
            "reply_lmw", "reply_reporter", "disposition", "reply_lmw", "reply_reporter");
    assertThat(page.path("current_page").asInt()).isEqualTo(3);
    JsonNode reply = rows.get(1);
    assertThat(reply.path("created_at").asText()).isEqualTo("23-11-2026 03:15:00");
    assertThat(reply.path("institution_from_id").isNull()).isTrue();
    assertThat(reply.at("/attachments/0/file_name").asText()).isEqualTo("foto.jpg");
    assertThat(reply.at("/attachments/docs").isArray()).isTrue();
    assertThat(Caller.json(reply.path("data").asText()).at("/status_new/name").asText())
        .isEqualTo("Dalam Proses");
  }

  @Test
  void aMissingFieldIsNamedAndNothingIsTaken() {
    var answer =
        caller.post(
            "/complaints/followup/add",
            MultipartBody.of(Map.of("complaint_id", id, "content", "Isi")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("user_id").contains("template_code");
    assertThat(portal.ledger().followUps()).isEmpty();
  }

  @Test
  void aFileUnderThePluralNameIsRefused() {
    var body =
        MultipartBody.followUp(id, "Isi").file("attachments[]", "a.jpg", "image/jpeg", new byte[1]);

    assertThat(caller.post("/complaints/followup/add", body).statusCode()).isEqualTo(422);
  }

  @Test
  void aFileOverTheLimitIsRefused() {
    var body =
        MultipartBody.followUp(id, "Isi")
            .file("attachment[0]", "a.jpg", "image/jpeg", new byte[EvidenceFile.BYTES_MAX + 1]);

    assertThat(caller.post("/complaints/followup/add", body).statusCode()).isEqualTo(413);
  }

  @Test
  void anUnknownComplaintIsA404WithAMessage() {
    var added = caller.post("/complaints/followup/add", MultipartBody.followUp("999", "Isi"));
    var listed = caller.get("/complaints/999/followups?page=1");
    var read = caller.get("/complaints/999/complaint");

    assertThat(List.of(added, listed, read))
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404))
        .allSatisfy(answer -> assertThat(Caller.json(answer).has("message")).isTrue());
  }
}
