package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.portal.PortalFiler.Report;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no reference and no idempotency key: portal-wire 12 no. 4. */
class CreatingFactsTest extends PortalFactsRig {
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
          "  <p>[nomor tiket bintan: 0001]</p>"
        })
    void what_may_have_been_created_is_found_by_our_reference_in_its_text(String content) {
      answerList(content);

      assertThat(portal().findCreated(REPORT, Instant.EPOCH))
          .isEqualTo(new Lookup.Found("9200001"));
    }

    @Test
    void a_text_that_only_quotes_our_reference_is_not_taken_for_ours() {
      answerList("Seperti [Nomor Tiket Bintan: 0001] juga di sini");

      assertThat(portal().findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
    }

    @Test
    void ours_is_found_behind_one_that_quotes_it() {
      answerPages(
          "[{\"complaint_id\": 9200008, \"content\": \"Lihat [Nomor Tiket Bintan: 0001]\"}]",
          "[{\"complaint_id\": 9200001, \"content\": \"[Nomor Tiket Bintan: 0001]. a\"}]");

      assertThat(portal().findCreated(REPORT, Instant.EPOCH))
          .isEqualTo(new Lookup.Found("9200001"));
    }

    @Test
    void two_that_begin_with_our_reference_are_for_a_person_to_tell_apart() {
      answerPages(
          "[{\"complaint_id\": 9200008, \"content\": \"[Nomor Tiket Bintan: 0001]. a\"}]",
          "[{\"complaint_id\": 9200001, \"content\": \"[Nomor Tiket Bintan: 0001]. a\"}]");

      assertThat(portal().findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
    }

    @Test
    @Tag("F57")
    void a_list_of_several_pages_proves_that_there_is_none_only_if_it_stands_still() {
      String last = "[{\"complaint_id\": 9200007, \"content\": \"lain\"}]";
      answerPages("[{\"complaint_id\": 9200008, \"content\": \"lain\"}]", last);
      assertThat(portal().findCreated(REPORT, Instant.EPOCH)).isEqualTo(new Lookup.Absent());

      answerPages("[{\"complaint_id\": 9200009, \"content\": \"lain\"}]", last);
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints"))
              .withQueryParam("page", equalTo("1"))
              .inScenario("shift")
              .whenScenarioStateIs(Scenario.STARTED)
              .willSetStateTo("shifted")
              .willReturn(page("[{\"complaint_id\": 9200008, \"content\": \"lain\"}]", "\"y\"")));
      assertThat(portal().findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
      Happened.times("F57", 1, "a list that shifts");
    }

    private void answerPages(String first, String second) {
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints"))
              .withQueryParam("page", equalTo("1"))
              .willReturn(page(first, "\"y\"")));
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints"))
              .withQueryParam("page", equalTo("2"))
              .willReturn(page(second, "null")));
    }

    private ResponseDefinitionBuilder page(String items, String next) {
      return okJson("{\"results\": {\"data\": " + items + ", \"next_page_url\": " + next + "}}");
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
}
