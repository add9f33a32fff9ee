package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest {
  private static final String BODY =
      """
      {"title":"Jalan berlubang","content":"Isi","channel":13,"is_new_user_slider":false,
       "user_id":1234567,"is_disposisi_slider":true,"classification_id":6,"disposition_id":12938,
       "category_id":436,"location_id":34,"date_of_incident":"2025-11-03","is_anonymous":true,
       "is_secret":true,"attachments":%s}""";

  private final PortalSimulator portal = PortalSimulator.start(PortalSettings.defaults());
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void uploadsComeBackSplitIntoImagesAndDocs() {
    JsonNode results = upload();

    assertThat(results.path("images")).hasSize(1);
    assertThat(results.path("docs")).hasSize(1);
  }

  @Test
  void anUploadUnderAnotherFieldNameIsRefused() {
    var body = new MultipartBody().file("attachment", "a.pdf", "application/pdf", new byte[1]);

    assertThat(caller.post("/complaints/complaint/file", body).statusCode()).isEqualTo(422);
  }

  @Test
  void aBrokenFormAndBrokenJsonAreJsonMessages() {
    var form =
        caller
            .unsigned("/complaints/complaint/file")
            .header("Authorization", PortalCredentials.INVENTED.headerValue())
            .header("token", PortalCredentials.INVENTED.token())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("no form"));

    HttpResponse<String> broken = caller.send(form);

    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(Caller.json(broken).has("message")).isTrue();
    assertThat(caller.post("/complaints/complaint", "{").statusCode()).isEqualTo(400);
    assertThat(caller.post("/complaints/complaint/file", "{}").statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/complaints/complaint", "/complaints/complaint-lmw"})
  void aComplaintTakesItsUploadedFilesFromATextWithAFullStop(String path) {
    JsonNode uploaded = upload();
    int image = uploaded.at("/images/0/id").asInt();
    int doc = uploaded.at("/docs/0/id").asInt();

    HttpResponse<String> answer =
        caller.post(path, BODY.formatted("\"[" + image + "," + doc + "].\""));

    String id = Caller.json(answer).path("complaint_id").asText();
    JsonNode data = caller.results("/complaints/" + id + "/complaint").path("data");
    assertThat(data.path("attachments")).hasSize(2);
    assertThat(data.path("disposition_name").asText()).isEqualTo("Pemerintah Kabupaten Bandung");
    assertThat(data.path("is_secret").asBoolean()).isTrue();
  }

  @Test
  void falseMeansNoFilesAndTheSameCallTwiceMakesTwoComplaints() {
    caller.post("/complaints/complaint", BODY.formatted("false"));
    caller.post("/complaints/complaint", BODY.formatted("\"[]\""));

    assertThat(portal.ledger().complaints())
        .extracting(OfferedComplaint::complaintId)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"[1]\"", "\"nonsense\"", "[1]", "true"})
  void unknownOrMalformedAttachmentsAreRefused(String attachments) {
    var answer = caller.post("/complaints/complaint", BODY.formatted(attachments));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(portal.ledger().complaints()).isEmpty();
  }

  @Test
  void rejectingForwardsToTheInstitutionInReason() {
    String id = portal.fileComplaint(Samples.complaint().withDisposition(151345));

    var answer =
        caller.post(
            "/complaints/process/" + id + "/reject",
            """
            {"is_request":1,"reason":"12938","reason_description":"Diteruskan","not_authority":1}""");

    JsonNode detail = caller.results("/complaints/" + id + "/complaint");
    JsonNode last = detail.path("data_logs").get(detail.path("data_logs").size() - 1);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(detail.at("/data/disposition_id").asInt()).isEqualTo(12938);
    assertThat(last.at("/institution_from/id").asInt()).isEqualTo(151345);
    assertThat(last.path("content").asText()).contains("dilempar ke {{institution_to}}");
  }

  private JsonNode upload() {
    var body =
        new MultipartBody()
            .file("attachments[]", "foto.jpg", "image/jpeg", new byte[] {1})
            .file("attachments[]", "surat.pdf", "application/pdf", new byte[] {2});
    return Caller.json(caller.post("/complaints/complaint/file", body)).path("results");
  }
}
