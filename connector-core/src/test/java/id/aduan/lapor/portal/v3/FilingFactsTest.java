package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.portal.PortalFiler.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is easy to get wrong in filing: portal-wire 12 no. 2, 3, 4 and 9. */
class FilingFactsTest extends PortalFactsRig {
  @Nested
  @Tag("portal-wire-12.2")
  class Fact2ForwardingIsARejection {
    @Test
    void the_reason_is_the_institution_that_is_to_answer() {
      answerPost("/complaints/process/9200001/reject", okJson("{\"message\": \"Berhasil\"}"));

      assertThat(portal().forward(ID, "12938", "Diteruskan"))
          .isEqualTo(new DeliveryResult.Accepted(""));

      FAR.verify(
          postRequestedFor(urlEqualTo("/v3/complaints/process/9200001/reject"))
              .withHeader("Content-Type", equalTo("application/json"))
              .withRequestBody(
                  equalToJson(
                      """
                      {"is_request": 1, "reason": 12938, "reason_description": "Diteruskan",
                       "not_authority": 1}
                      """)));
    }

    @Test
    void it_is_with_whom_the_detail_says_or_was_handed_there_by_us() {
      V3Portal portal = portal("followUps: {read: false}");
      answerDetail("{\"disposition_id\": 12938}", "[]");
      assertThat(portal.isForwarded(ID, "12938")).isInstanceOf(Lookup.Found.class);

      answerDetail("{\"disposition_id\": 15201}", "[]");
      assertThat(portal.isForwarded(ID, "12938")).isInstanceOf(Lookup.Absent.class);

      answerDetail("{\"disposition_id\": 777}", "[]");
      assertThat(portal.isForwarded(ID, "12938")).isInstanceOf(Lookup.CannotTell.class);

      answerDetail(
          "{\"disposition_id\": 777}",
          "[{\"id\": 1, \"institution_from\": {\"id\": 15201}, \"institution_to\": {\"id\":"
              + " 12938}}]");
      assertThat(portal.isForwarded(ID, "12938")).isInstanceOf(Lookup.Found.class);
    }
  }

  @Nested
  @Tag("portal-wire-12.3")
  class Fact3Files {
    @Test
    void photos_and_documents_come_back_in_two_lists_and_both_count() {
      answerPost(
          "/complaints/complaint/file",
          okJson("{\"results\": {\"images\": [{\"id\": 4199656}], \"docs\": [{\"id\": \"7\"}]}}"));

      assertThat(portal().upload(List.of(PHOTO, LETTER)))
          .isEqualTo(new DeliveryResult.Accepted("4199656,7"));

      FAR.verify(
          postRequestedFor(urlEqualTo("/v3/complaints/complaint/file"))
              .withRequestBodyPart(
                  aMultipart("attachments[]")
                      .withHeader("Content-Type", equalTo("image/jpeg"))
                      .withBody(binaryEqualTo(PHOTO.bytes()))
                      .build())
              .withRequestBodyPart(
                  aMultipart("attachments[]")
                      .withHeader("Content-Disposition", containing("surat %221%22.pdf"))
                      .build()));
    }

    @Test
    void fewer_numbers_than_files_is_no_success() {
      answerPost("/complaints/complaint/file", okJson("{\"results\": {\"docs\": [{\"id\": 7}]}}"));

      assertThat(portal().upload(List.of(PHOTO, LETTER)))
          .isInstanceOf(DeliveryResult.Unknown.class);
    }

    @Test
    void without_files_nothing_is_called() {
      assertThat(portal().upload(List.of())).isEqualTo(new DeliveryResult.Accepted(""));
      FAR.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "json-array; text:[]; 1,2; \"[1,2]\"",
          "json-array-dot; false; 1,2; \"[1,2].\"",
          "json-array; text:[]; ''; \"[]\"",
          "json-array-dot; false; ''; false"
        })
    void the_numbers_are_a_text_that_holds_an_array(
        String way, String none, String uploaded, String expected) {
      answerPost("/complaints/complaint", okJson("{\"complaint_id\": 9200001}"));

      portal("create: {attachments: " + way + ", noAttachments: '" + none + "'}")
          .create(REPORT, uploaded);

      FAR.verify(
          postRequestedFor(urlEqualTo("/v3/complaints/complaint"))
              .withRequestBody(equalToJson("{\"attachments\": " + expected + "}", true, true)));
    }

    @Test
    void those_of_an_answer_go_in_its_own_request_by_number() {
      answerPost("/complaints/followup/add", okJson("{}"));

      portal()
          .publish(
              new FollowUp(
                  ID,
                  new AgencyCode("dishub"),
                  "17",
                  Instant.EPOCH,
                  "Selesai",
                  List.of(),
                  true,
                  "reply_lmw"),
              List.of(PHOTO, LETTER),
              new IdempotencyKey("k"));

      FAR.verify(
          postRequestedFor(urlEqualTo("/v3/complaints/followup/add"))
              .withRequestBodyPart(aMultipart("attachment[0]").build())
              .withRequestBodyPart(aMultipart("attachment[1]").build())
              .withRequestBodyPart(aMultipart("is_secret").withBody(equalTo("1")).build())
              .withRequestBodyPart(aMultipart("rating").withBody(equalTo("0")).build())
              .withRequestBodyPart(
                  aMultipart("template_code").withBody(equalTo("reply_lmw")).build()));
    }
  }

  @Nested
  @Tag("portal-wire-12.4")
  class Fact4NoReferenceAndNoKey {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"complaint_id\": 9200001}",
          "{\"complaint_id\": \"9200001\"}",
          "{\"complaint_id\": null, \"data\": {\"complaint_id\": 9200001}}",
          "{\"results\": {\"complaint\": {\"id\": 9200001}}}"
        })
    void the_number_is_found_in_each_envelope(String answer) {
      answerPost("/complaints/complaint", okJson(answer));

      assertThat(portal().create(REPORT, "")).isEqualTo(new DeliveryResult.Accepted("9200001"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "[]",
          "{\"complaint_id\": null}",
          "{\"complaint_id\": \"null\"}",
          "{\"complaint_id\": \"baru\"}",
          "{\"success\": false, \"message\": \"gagal\"}",
          "<html>Login</html>"
        })
    void a_success_without_a_number_is_not_known_and_never_a_second_create(String answer) {
      answerPost("/complaints/complaint", aResponse().withBody(answer));

      assertThat(portal().create(REPORT, "")).isInstanceOf(DeliveryResult.Unknown.class);
      FAR.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void a_profile_may_know_what_proves_a_refusal() {
      answerPost("/complaints/complaint", okJson("{\"success\": false, \"kode\": \"TOLAK\"}"));

      assertThat(portal("answers: {refused: \"jsonata:kode = 'TOLAK'\"}").create(REPORT, ""))
          .isInstanceOf(DeliveryResult.Refused.class);
    }

    @Test
    void every_field_of_a_create_is_sent_in_its_own_type() {
      answerPost("/complaints/complaint", okJson("{\"complaint_id\": 9200001}"));

      portal().create(REPORT, "");

      FAR.verify(
          postRequestedFor(urlEqualTo("/v3/complaints/complaint"))
              .withRequestBody(
                  equalToJson(
                      """
                      {"title": "Lampu padam",
                       "content": "[Nomor Tiket Bintan: 0001]. Lampu jalan padam.",
                       "channel": 13, "is_new_user_slider": false, "user_id": 7001,
                       "is_inbox": true, "is_disposisi_slider": true, "classification_id": 6,
                       "disposition_id": 15201, "category_id": 1398, "priority_program_id": null,
                       "location_id": 34, "community_id": null, "date_of_incident": "2026-11-20",
                       "copy_externals": null, "info_disposition": null, "info_attachments": null,
                       "is_approval": false, "is_anonymous": true, "is_secret": false,
                       "is_priority": false, "attachments": "[]"}
                      """)));
    }

    private void answerList(String content) {
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints"))
              .willReturn(
                  okJson(
                      "{\"results\": {\"data\": [{\"complaint_id\": 9200009, \"content\": \"lain\"},"
                          + " {\"complaint_id\": 9200001, \"content\": \""
                          + content
                          + "\"}]}}")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[Nomor Tiket Bintan: 0001]. Lampu",
          "[NOMOR TIKET\\u00a0 Bintan:0001]Lampu",
          "Kota. [nomor tiket bintan: 0001]"
        })
    void what_may_have_been_created_is_found_by_our_reference_in_its_text(String content) {
      answerList(content);

      assertThat(portal().findCreated(REPORT, Instant.EPOCH))
          .isEqualTo(new Lookup.Found("9200001"));
    }

    @Test
    void a_longer_number_is_another_reference() {
      Report short1 =
          new Report(
              "",
              "Tiket 17",
              "Tiket 17",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              false,
              Reporter.NOBODY);
      answerList("Tiket 170 rusak");
      assertThat(portal().findCreated(short1, Instant.EPOCH)).isEqualTo(new Lookup.Absent());

      answerList("Tiket 17. Rusak");
      assertThat(portal().findCreated(short1, Instant.EPOCH)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void only_a_list_that_was_read_as_a_whole_proves_that_there_is_none() {
      answerList("lain");
      assertThat(portal().findCreated(REPORT, Instant.EPOCH)).isEqualTo(new Lookup.Absent());

      answerList("");
      assertThat(portal().findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
      assertThat(portal("list: {path: none}").findCreated(REPORT, Instant.EPOCH))
          .isInstanceOf(Lookup.CannotTell.class);
      assertThat(portal("list: {path: none}").ability().finds()).isFalse();
    }

    @Test
    void a_list_without_end_proves_nothing() {
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints"))
              .willReturn(
                  okJson(
                      "{\"results\": {\"data\": [{\"complaint_id\": 9200009, \"content\": \"x\"}],"
                          + " \"next_page_url\": \"y\"}}")));

      assertThat(portal().findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
    }
  }

  @Nested
  @Tag("portal-wire-12.9")
  class Fact9TwoFlags {
    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true", "false, false"})
    void they_are_sent_and_read_each_for_itself(boolean anonymous, boolean secret) {
      answerPost("/complaints/complaint", okJson("{\"complaint_id\": 9200001}"));
      Report report =
          new Report(
              "a",
              "b",
              "b",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              anonymous,
              secret,
              Reporter.NOBODY);

      portal().create(report, "");

      FAR.verify(
          postRequestedFor(anyUrl())
              .withRequestBody(matchingJsonPath("$[?(@.is_anonymous == " + anonymous + ")]"))
              .withRequestBody(matchingJsonPath("$[?(@.is_secret == " + secret + ")]")));
    }
  }
}
