package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
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

/** What is easy to get wrong in filing: portal-wire 12 no. 2, 3 and 9. */
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
                  "reply_lmw",
                  1,
                  List.of()),
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
