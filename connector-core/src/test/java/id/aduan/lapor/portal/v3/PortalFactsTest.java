package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler.Report;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of portal-wire 12 that are easy to get wrong, one class for each. */
class PortalFactsTest {
  private static final TrackingId ID = new TrackingId("9200001");
  private static final Report REPORT =
      new Report(
          "Lampu padam",
          "[Nomor Tiket Bintan: 0001]. Lampu jalan padam.",
          "[Nomor Tiket Bintan: 0001]",
          Optional.of("1398"),
          Optional.empty(),
          Optional.of(LocalDate.of(2026, 11, 20)),
          true,
          false,
          Reporter.NOBODY);
  private static final PortalFile PHOTO = new PortalFile("foto.jpg", "image/jpeg", new byte[] {1});
  private static final PortalFile LETTER =
      new PortalFile("surat \"1\".pdf", "application/pdf", new byte[] {2});

  @RegisterExtension
  static final WireMockExtension FAR =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir Path folder;

  private static URI base() {
    return URI.create(FAR.baseUrl() + "/v3");
  }

  private static V3Portal portal(V3Profile profile) {
    return new V3Portal(
        new V3Settings(
            base(),
            V3Credentials.of(profile.headers(), Secret.of("$2y$10$abc"), Secret.of("{AB-CD}")),
            profile,
            "15201",
            "7001",
            V3Calls.DEFAULT),
        new JdkHttpTransport(),
        InstantSource.system(),
        new SplittableRandom(1));
  }

  private static V3Portal portal() {
    return portal(V3Profile.standard());
  }

  private V3Portal portal(String differences) {
    try {
      Files.writeString(folder.resolve("ours.yaml"), "extends: sp4n-v3\n" + differences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Problems problems = new Problems();
    byte[] named = "profile: ours.yaml".getBytes(StandardCharsets.UTF_8);
    V3Profile profile =
        (V3Profile)
            Profiles.named(
                YamlFile.parse("lapor.yaml", named, problems).scalar("profile").orElseThrow(),
                folder,
                problems);
    problems.throwIfAny();
    return portal(profile);
  }

  private static void answer(String path, String json) {
    FAR.stubFor(get(urlEqualTo("/v3" + path)).willReturn(okJson(json)));
  }

  private static void answerPost(String path, ResponseDefinitionBuilder answer) {
    FAR.stubFor(post(urlEqualTo("/v3" + path)).willReturn(answer));
  }

  private static void answerDetail(String data, String logs) {
    answer(
        "/complaints/9200001/complaint",
        "{\"results\": {\"data\": " + data + ", \"data_logs\": " + logs + "}}");
  }

  private static void answerFollowUps(int page, String items, String next) {
    answer(
        "/complaints/9200001/followups?page=" + page,
        "{\"results\": {\"data\": " + items + ", \"next_page_url\": " + next + "}}");
  }

  private static String kind(DeliveryResult result) {
    return result instanceof RetryLater later
        ? later.trouble().name()
        : result.getClass().getSimpleName();
  }

  @Nested
  @Tag("portal-wire-12.1")
  class Fact1TheGatewayAndItsTwoHeaders {
    @Test
    void names_of_headers_prefix_and_braces_are_the_profiles() {
      answer("/complaints?page=1", "{\"results\": {\"data\": []}}");

      portal("headers: {authorization: auth, prefix: 'Bearer ', token: kunci}")
          .changed(Optional.empty(), PortalReader.FIRST);

      FAR.verify(
          getRequestedFor(urlEqualTo("/v3/complaints?page=1"))
              .withHeader("auth", equalTo("Bearer $2y$10$abc"))
              .withHeader("kunci", equalTo("{AB-CD}"))
              .withoutHeader("Authorization"));
    }

    @Test
    void what_the_profile_wants_around_a_secret_is_put_there_once() {
      V3Profile.Headers headers = V3Profile.standard().headers();

      V3Credentials bare = V3Credentials.of(headers, Secret.of("x"), Secret.of("AB-CD"));
      V3Credentials whole = V3Credentials.of(headers, Secret.of("Bearer x"), Secret.of("{AB-CD}"));

      assertThat(bare.value().reveal()).isEqualTo(whole.value().reveal()).isEqualTo("Bearer x");
      assertThat(bare.token().reveal()).isEqualTo(whole.token().reveal()).isEqualTo("{AB-CD}");
    }

    static Stream<Arguments> faults() {
      return Stream.of(
          Arguments.of(
              503, "<am:fault xmlns:am=\"x\"><am:code>900800</am:code></am:fault>", "TARGET"),
          Arguments.of(500, "{\"fault\": {\"code\": 900807}}", "TARGET"),
          Arguments.of(401, "{\"code\": \"900901\"}", "CREDENTIALS"),
          Arguments.of(400, "<fault><code>900908</code></fault>", "CREDENTIALS"),
          Arguments.of(500, "<am:fault><am:code>101503</am:code></am:fault>", "TARGET"),
          Arguments.of(504, "<am:fault><am:code>101504</am:code></am:fault>", "Unknown"),
          Arguments.of(404, "<html><body>No matching resource</body></html>", "TARGET"),
          Arguments.of(405, "<am:fault><am:code>405</am:code></am:fault>", "TARGET"),
          Arguments.of(404, "{\"message\": \"complaint not found\"}", "Refused"),
          Arguments.of(422, "{\"message\": \"wajib diisi\", \"code\": 1}", "Refused"),
          Arguments.of(502, "<html>Bad Gateway</html>", "Unknown"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_of_the_gateway_is_told_from_the_portals_by_its_body(
        int status, String body, String expected) {
      answerPost("/complaints/complaint", aResponse().withStatus(status).withBody(body));

      assertThat(kind(portal().create(REPORT, ""))).isEqualTo(expected);
    }

    @Test
    void a_throttled_read_may_work_later_and_a_refused_one_needs_a_person() {
      FAR.stubFor(
          get(anyUrl()).willReturn(aResponse().withStatus(500).withBody("{\"code\":900802}")));
      assertThatThrownBy(() -> portal().complaint(ID))
          .isInstanceOfSatisfying(
              FarEndException.class, e -> assertThat(e.code()).isEqualTo("farend.busy"));

      FAR.stubFor(
          get(anyUrl()).willReturn(aResponse().withStatus(500).withBody("{\"code\":900901}")));
      assertThatThrownBy(() -> portal().complaint(ID))
          .isInstanceOfSatisfying(FarEndException.class, e -> assertThat(e.retryable()).isFalse());
    }
  }

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
  @Tag("portal-wire-12.6")
  class Fact6Times {
    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "Sabtu, 11 Februari 2023, 01:16; 2023-02-10T18:16:00Z",
          "SENIN, 27 februari 2023, 19:20; 2023-02-27T12:20:00Z",
          "29 May 2023 04:05:34; 2023-05-28T21:05:34Z",
          "4 Sep 2021 04:05:34; 2021-09-03T21:05:34Z",
          "2023-04-29T18:07:49.982573; 2023-04-29T11:07:49.982573Z",
          "03-11-2025 09:15:00; 2025-11-03T02:15:00Z",
          "2025-11-03 09:15:00; 2025-11-03T02:15:00Z",
          "2025-11-03T09:15:00+08:00; 2025-11-03T01:15:00Z"
        })
    void each_form_is_read_in_the_zone_of_the_profile(String written, Instant expected) {
      answerDetail("{\"created_at\": \"" + written + "\"}", "[]");

      assertThat(portal("followUps: {read: false}").complaint(ID).complaint().receivedAt())
          .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"7 jam yang lalu", "Minggu, 11 Februari 2023, 01:16", "32-01-2025 00:00:00"})
    void a_relative_or_impossible_time_is_none(String written) {
      answerDetail("{\"created_at\": \"" + written + "\"}", "[]");

      assertThat(portal("followUps: {read: false}").complaint(ID).complaint().receivedAt())
          .isEmpty();
    }

    @Test
    void each_group_of_fields_may_have_a_zone_and_forms_of_its_own() {
      answerDetail(
          "{\"created_at\": \"2025-11-03 09:15:00\"}",
          "[{\"id\": 1, \"date\": \"2025/11/03 09.15\"}]");

      PortalState state =
          portal(
                  """
                  followUps: {read: false}
                  times: {zone: Asia/Jayapura}
                  log: {times: {zone: UTC, forms: ["uuuu/MM/dd HH.mm"]}}
                  """)
              .complaint(ID);

      assertThat(state.complaint().receivedAt()).contains(Instant.parse("2025-11-03T00:15:00Z"));
      assertThat(state.entries().get(0).at()).contains(Instant.parse("2025-11-03T09:15:00Z"));
    }
  }

  @Nested
  @Tag("portal-wire-12.7")
  class Fact7TheTrackingIdIsOpaque {
    @ParameterizedTest
    @CsvSource({
      "'\"9200001\"', 9200001",
      "9200001, 9200001",
      "'\"#9200001\"', 9200001",
      "'\"0012345\"', 0012345",
      "'\"12345678\"', 12345678"
    })
    void it_is_read_as_it_is_written_and_never_as_a_number(String json, String expected) {
      answer("/complaints?page=1", "{\"results\": {\"data\": [{\"complaint_id\": " + json + "}]}}");

      assertThat(portal().changed(Optional.empty(), PortalReader.FIRST).states().get(0).complaint())
          .extracting(Complaint::id)
          .hasToString(expected);
    }

    @Test
    void a_detail_that_names_another_complaint_is_not_taken_for_ours() {
      answerDetail("{\"complaint_id\": 9200002, \"content\": \"x\"}", "[]");

      assertThatThrownBy(() -> portal().complaint(ID))
          .hasMessageContaining("with another complaint");
    }
  }

  @Nested
  @Tag("portal-wire-12.8")
  class Fact8WhatIsOftenEmpty {
    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "0", "\"0\"", "\"null\""})
    void no_category_and_no_institution_are_none_and_no_fault(String nothing) {
      answerDetail(
          "{\"category_id\": "
              + nothing
              + ", \"disposition_id\": "
              + nothing
              + ", \"classification\": null}",
          "[]");

      Complaint complaint = portal("followUps: {read: false}").complaint(ID).complaint();

      assertThat(complaint.category()).isEmpty();
      assertThat(complaint.disposition()).isEmpty();
      assertThat(complaint.classification().raw()).isEmpty();
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

  @Nested
  @Tag("portal-wire-12.10")
  class Fact10OneMixedList {
    @Test
    void templates_are_filled_markup_is_gone_and_the_json_inside_the_text_is_read() {
      answerDetail(
          "{\"content\": \"x\"}",
          """
          [{"id": 1, "date": "03-11-2025 09:00:00", "content":
             "Laporan didisposisikan ke {{institution_to}} oleh {{institution_from}}",
            "institution_from": {"id": 151345, "name": "Pusat"},
            "institution_to": {"id": 12938, "name": "Kab. {{status_old}}"},
            "data": "{\\"status_old\\":{\\"name\\":\\"Belum Terverifikasi\\"},\\"status_new\\":{\\"name\\":\\"Dalam Proses\\"}}"}]
          """);
      answerFollowUps(
          1,
          """
          [{"id": 10, "created_at": "03-11-2025 09:15:00", "institution_from_name": "Dinas",
            "institution_from_id": 5, "template_code": "reply_lmw", "template_content":
            "<p>Ditindaklanjuti oleh <a href='javascript:x'>{{institution_from_link}}</a></p>",
            "content": "<script>alert(1)</script>Sudah <b>kami</b> perbaiki&nbsp;&lt;ok&gt;<br>Terima kasih",
            "is_secret": 1,
            "attachments": {"0": {"path": "/berkas/1", "file_name": "foto.jpg"},
                            "docs": [{"path": "https://x.invalid/2", "file_name": "surat.pdf"}]},
            "data": "{}"}]
          """,
          "\"https://elsewhere.invalid/?page=2\"");
      answerFollowUps(
          2,
          """
          [{"id": 11, "created_at": "03-11-2025 10:00:00", "template_code": "reply_reporter",
            "content": "Belum menyala"},
           {"id": 12, "created_at": "03-11-2025 10:05:00", "content": "Entah"},
           {"id": 9, "created_at": "03-11-2025 08:00:00", "template_code": "disposition",
            "template_content": "Ke {{institution_to}} lewat {{kurir}}"}]
          """,
          "null");

      PortalState state = portal().complaint(ID);

      assertThat(state.entries())
          .extracting(PortalEntry::id, PortalEntry::origin, PortalEntry::kind, PortalEntry::text)
          .containsExactly(
              tuple("9", Origin.FOLLOW_UP, Kind.DISPOSITION, "Ke [institution_to] lewat [kurir]"),
              tuple(
                  "1",
                  Origin.LOG,
                  Kind.DISPOSITION,
                  "Laporan didisposisikan ke Kab. {{status_old}} oleh Pusat"),
              tuple(
                  "10",
                  Origin.FOLLOW_UP,
                  Kind.ANSWER,
                  "Sudah kami perbaiki\u00a0<ok>\nTerima kasih"),
              tuple("11", Origin.FOLLOW_UP, Kind.REPORTER_REPLY, "Belum menyala"),
              tuple("12", Origin.FOLLOW_UP, Kind.UNTYPED, "Entah"));
      PortalEntry log = state.entries().get(1);
      assertThat(log.before().orElseThrow().stage()).isEqualTo(Stage.UNVERIFIED);
      assertThat(log.after().orElseThrow().stage()).isEqualTo(Stage.IN_PROGRESS);
      assertThat(log.to()).contains(new Institution("12938", "Kab. {{status_old}}"));
      PortalEntry answer = state.entries().get(2);
      assertThat(answer.secret()).isEqualTo(Flag.TRUE);
      assertThat(answer.attachments())
          .containsExactly(
              new Attachment("foto.jpg", FAR.baseUrl() + "/berkas/1"),
              new Attachment("surat.pdf", "https://x.invalid/2"));
      assertThat(state.unfamiliar()).contains("placeholder: {{kurir}}");
      assertThat(answer.toString()).doesNotContain("perbaiki");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<img src=x onerror=alert(1)>a | a",
          "a <!-- > --><p title='x>y'>b</p> | a b",
          "<scr<script>ipt>alert(1)</script> | ipt>alert(1)",
          "&amp;lt;b&amp;gt; | &lt;b&gt;",
          "1 < 2 dan 3 > 2 | 1 < 2 dan 3 > 2",
          "a\u0000b\u0007c | abc",
          "<style>p{}</style><p>a</p><ul><li>b</li></ul> | a\\nb"
        })
    void hostile_markup_becomes_plain_text(String html, String expected) {
      assertThat(PlainText.of(html)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void markup_that_is_deep_or_long_ends_soon() {
      assertTimeout(
          Duration.ofSeconds(20),
          () -> {
            PlainText.of("<div>".repeat(200_000));
            PlainText.of("<b><i>".repeat(100_000));
            PlainText.of("&".repeat(500_000));
          });
    }

    @Test
    void a_portal_that_refuses_follow_ups_still_tells_the_case() {
      answerDetail("{\"content\": \"x\"}", "[]");
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints/9200001/followups"))
              .willReturn(aResponse().withStatus(403)));

      PortalState state = portal().complaint(ID);

      assertThat(state.whole()).isTrue();
      assertThat(state.unfamiliar()).containsExactly("follow-ups: farend.refused");
    }

    @Test
    void follow_ups_that_may_come_later_are_waited_for() {
      answerDetail("{\"content\": \"x\"}", "[]");
      FAR.stubFor(
          get(urlPathEqualTo("/v3/complaints/9200001/followups"))
              .willReturn(aResponse().withStatus(503)));

      assertThatThrownBy(() -> portal().complaint(ID)).isInstanceOf(FarEndException.class);
    }

    @Test
    void a_pushed_follow_up_is_an_entry() {
      PortalState state =
          portal()
              .read(
                  """
                  {"type": "followup.created", "data": {"complaint_id": "9200001",
                    "followup": {"id": 3, "created_at": "2025-11-03T02:15:00Z",
                      "template_code": "reply_reporter", "content": "Terima kasih"}}}
                  """
                      .getBytes(StandardCharsets.UTF_8));

      assertThat(state.entries())
          .extracting(PortalEntry::id, PortalEntry::kind)
          .containsExactly(tuple("3", Kind.REPORTER_REPLY));
      assertThat(state.unfamiliar()).isEmpty();
    }
  }

  @Nested
  @Tag("F63")
  class WhatIsNew {
    @Test
    void a_new_field_and_an_unknown_word_are_told_by_name_once_and_nothing_is_lost() {
      answerDetail(
          """
          {"content": "x", "status_name": "Dibuka Kembali", "classification": "Hoaks",
           "skor_baru": {"a": 1}, "Budi ZZPII 0812": 1, "title": ["a"]}
          """,
          "[{\"id\": 1, \"data\": {\"status_new\": {\"name\": \"Dibuka Kembali\"}}}, 7]");

      PortalState state = portal("followUps: {read: false}").complaint(ID);

      assertThat(state.complaint().status().raw()).isEqualTo("Dibuka Kembali");
      assertThat(state.complaint().status().stage()).isEqualTo(Stage.UNKNOWN);
      assertThat(state.unfamiliar())
          .containsExactlyInAnyOrder(
              "status: dibuka kembali",
              "classification: hoaks",
              "field: skor_baru",
              "field: (a name of another form)",
              "field: TITLE is not one value",
              "entries: an item of another form");
    }
  }

  @Nested
  class Lists {
    @Test
    void a_link_is_followed_on_our_own_host_only() {
      V3Portal portal = portal("list: {paging: next}");
      answer(
          "/complaints",
          "{\"results\": {\"data\": [], \"next_page_url\": \""
              + FAR.baseUrl()
              + "/v3/complaints?cursor=a%20b\"}}");
      answer(
          "/complaints?cursor=a%20b",
          "{\"results\": {\"data\": [], \"next_page_url\": \"https://elsewhere.invalid/x\"}}");

      Optional<String> next = portal.changed(Optional.empty(), PortalReader.FIRST).next();

      assertThat(next).contains("/v3/complaints?cursor=a%20b");
      assertThatThrownBy(() -> portal.changed(Optional.empty(), next.orElseThrow()))
          .isInstanceOf(FarEndException.class)
          .hasMessageContaining("leads elsewhere")
          .hasMessageNotContaining("elsewhere.invalid");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "//elsewhere.invalid/x",
          "https://u:p@127.0.0.1/x",
          "ftp://127.0.0.1/x",
          "http://127.0.0.1:1/x",
          "http://[",
          "file:///etc/passwd"
        })
    void no_other_address_gets_our_credentials(String link) {
      answer("/complaints", "{\"results\": {\"data\": [], \"next_page_url\": \"" + link + "\"}}");

      assertThatThrownBy(
              () -> portal("list: {paging: next}").changed(Optional.empty(), PortalReader.FIRST))
          .hasMessageContaining("leads elsewhere");
    }

    @Test
    void a_cursor_is_handed_back_as_it_came() {
      V3Portal portal =
          portal("list: {paging: cursor, parameter: setelah, next: /meta/cursor, items: /isi}");
      answer("/complaints", "{\"isi\": [], \"meta\": {\"cursor\": \"a&b=\"}}");
      answer("/complaints?setelah=a%26b%3D", "{\"isi\": [], \"meta\": {\"cursor\": null}}");

      Optional<String> next = portal.changed(Optional.empty(), PortalReader.FIRST).next();

      assertThat(next).contains("a&b=");
      assertThat(portal.changed(Optional.empty(), next.orElseThrow()).next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "iso, 2026-11-23T04%3A00%3A00Z",
      "epoch, 1795406400",
      "uuuu-MM-dd HH:mm:ss, 2026-11-23+04%3A00%3A00"
    })
    void a_moment_is_asked_for_in_the_portals_form(String form, String expected) {
      answer("/complaints?page=1&sejak=" + expected, "{\"results\": {\"data\": []}}");

      portal("list: {updatedSince: sejak, updatedSinceForm: '" + form + "'}")
          .changed(Optional.of(Instant.parse("2026-11-23T04:00:00Z")), PortalReader.FIRST);

      FAR.verify(getRequestedFor(urlEqualTo("/v3/complaints?page=1&sejak=" + expected)));
    }

    @Test
    void a_portal_without_a_list_says_so() {
      V3Portal portal = portal("list: {path: none}");

      assertThat(portal.lists()).isFalse();
      assertThatThrownBy(() -> portal.changed(Optional.empty(), PortalReader.FIRST))
          .isInstanceOf(FarEndException.class);
    }

    @Test
    void masters_are_read_to_their_last_page() {
      answer(
          "/masters/institutions/external?page_size=1000&page=1",
          "{\"results\": {\"data\": [{\"id\": 1, \"name\": \"A&amp;B\"}], \"next_page_url\":"
              + " \"x\"}}");
      answer(
          "/masters/institutions/external?page_size=1000&page=2",
          "{\"results\": {\"data\": [{\"id\": 2, \"name\": \"C\"}]}}");

      assertThat(portal().master(Master.INSTITUTIONS).orElseThrow())
          .extracting(V3Portal.MasterItem::id, V3Portal.MasterItem::name)
          .containsExactly(tuple("1", "A&B"), tuple("2", "C"));
      assertThat(portal().master(Master.CATEGORIES)).isEmpty();
    }
  }
}
