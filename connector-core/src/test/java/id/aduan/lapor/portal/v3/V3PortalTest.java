package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.yaml.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class V3PortalTest {
  private static final TrackingId ID = new TrackingId("9200001");
  private static final FollowUp ANSWER =
      new FollowUp(
          ID,
          new AgencyCode("dishub"),
          "17",
          Instant.parse("2026-11-23T05:00:00Z"),
          "Lampu \"sudah\" menyala & aman.\nTerima kasih.",
          List.of());
  private static final IdempotencyKey KEY = new IdempotencyKey("k");

  @RegisterExtension
  static final WireMockExtension FAR =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final V3Portal portal = portal(URI.create(FAR.baseUrl() + "/lapor/3.0.0/"));

  private static V3Portal portal(URI base) {
    V3Settings usual =
        V3Settings.of(
            base,
            V3Credentials.of(
                Secret.of("$2y$10$abc/def."), Secret.of("{ZXCVBNMA-QWER-TYUI-OPAS-DFGHJKLZXCVB}")),
            "15201",
            "7001");
    V3Settings quick =
        new V3Settings(
            usual.baseUri(),
            usual.credentials(),
            usual.profile(),
            usual.institutionId(),
            usual.userId(),
            new V3Calls(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                TlsIdentity.SYSTEM));
    return new V3Portal(
        quick, new JdkHttpTransport(), InstantSource.system(), new SplittableRandom(1));
  }

  private static void answerPublishing(ResponseDefinitionBuilder answer) {
    FAR.stubFor(post(urlEqualTo("/lapor/3.0.0/complaints/followup/add")).willReturn(answer));
  }

  private static void answerFollowUps(int page, String json) {
    FAR.stubFor(
        get(urlEqualTo("/lapor/3.0.0/complaints/9200001/followups?page=" + page))
            .willReturn(okJson(json)));
  }

  @Test
  void every_call_carries_both_headers_with_the_braces() {
    FAR.stubFor(
        get(urlEqualTo("/lapor/3.0.0/complaints/9200001/complaint"))
            .willReturn(okJson("{\"results\": {\"data\": {\"content\": \"x\"}}}")));

    assertThat(portal.complaint(ID).complaint().content()).isEqualTo("x");

    FAR.verify(
        getRequestedFor(urlPathEqualTo("/lapor/3.0.0/complaints/9200001/complaint"))
            .withHeader("Authorization", equalTo("Bearer $2y$10$abc/def."))
            .withHeader("token", equalTo("{ZXCVBNMA-QWER-TYUI-OPAS-DFGHJKLZXCVB}"))
            .withHeader("Accept", equalTo("application/json")));
  }

  @Test
  void an_answer_is_published_as_a_form_of_strings() {
    answerPublishing(okJson("{\"message\": \"Berhasil\"}"));

    assertThat(portal.publish(ANSWER, List.of(), KEY)).isInstanceOf(DeliveryResult.Accepted.class);

    FAR.verify(
        postRequestedFor(urlEqualTo("/lapor/3.0.0/complaints/followup/add"))
            .withHeader("Content-Type", containing("multipart/form-data; boundary="))
            .withRequestBodyPart(part("complaint_id", "9200001"))
            .withRequestBodyPart(part("user_id", "7001"))
            .withRequestBodyPart(part("institution_from_id", "15201"))
            .withRequestBodyPart(part("is_secret", "0"))
            .withRequestBodyPart(part("content", ANSWER.content())));
  }

  private static com.github.tomakehurst.wiremock.matching.MultipartValuePattern part(
      String name, String value) {
    return aMultipart(name).withBody(equalTo(value)).build();
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(aResponse().withStatus(201), "Accepted"),
        Arguments.of(okJson("{}"), "Accepted"),
        Arguments.of(okJson("{\"status\": \"error\"}"), "Unknown"),
        Arguments.of(okJson("{\"success\": false}"), "Unknown"),
        Arguments.of(okJson("{\"errors\": {}}"), "Unknown"),
        Arguments.of(aResponse().withBody("<html>Login</html>"), "Unknown"),
        Arguments.of(aResponse().withStatus(302).withHeader("Location", "/login"), "Unknown"),
        Arguments.of(aResponse().withStatus(400), "Refused"),
        Arguments.of(aResponse().withStatus(422), "Refused"),
        Arguments.of(aResponse().withStatus(401), "CREDENTIALS"),
        Arguments.of(aResponse().withStatus(403).withBody("<ams:fault/>"), "CREDENTIALS"),
        Arguments.of(aResponse().withStatus(429), "TARGET"),
        Arguments.of(aResponse().withStatus(503).withHeader("Retry-After", "7"), "TARGET"),
        Arguments.of(aResponse().withStatus(503), "Unknown"),
        Arguments.of(aResponse().withStatus(500), "Unknown"),
        Arguments.of(aResponse().withStatus(504), "Unknown"),
        Arguments.of(aResponse().withStatus(409), "Unknown"),
        Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), "Unknown"),
        Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "Unknown"),
        Arguments.of(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), "Unknown"),
        Arguments.of(aResponse().withFixedDelay(4_000), "Unknown"),
        Arguments.of(
            aResponse().withBody("x".repeat(50)).withChunkedDribbleDelay(50, 60_000), "Unknown"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  @Tag("C7")
  void only_what_proves_that_nothing_was_stored_is_sent_again_without_a_look(
      ResponseDefinitionBuilder answer, String expected) {
    answerPublishing(answer);

    assertThat(kind(portal.publish(ANSWER, List.of(), KEY))).isEqualTo(expected);
  }

  private static String kind(DeliveryResult result) {
    return result instanceof RetryLater later
        ? later.trouble().name()
        : result.getClass().getSimpleName();
  }

  @Test
  @Tag("C7")
  void a_refused_connection_proves_that_nothing_was_stored() {
    DeliveryResult result =
        portal(URI.create("http://127.0.0.1:1/x")).publish(ANSWER, List.of(), KEY);

    assertThat(result)
        .isInstanceOfSatisfying(
            RetryLater.class, later -> assertThat(later.trouble()).isEqualTo(Trouble.TARGET));
  }

  @Test
  void an_answer_is_found_on_whatever_page_and_however_the_portal_reflowed_it() {
    answerFollowUps(
        1,
        """
        {"results": {"data": [{"id": 1, "content": "lain"}],
          "next_page_url": "https://elsewhere.invalid/?page=2"}}
        """);
    answerFollowUps(
        2,
        """
        {"results": {"data": [{"id": 2, "content":
          "Lampu &quot;sudah&quot; menyala &amp; aman. Terima\\u00a0kasih."}],
          "next_page_url": null}}
        """);

    assertThat(portal.find(ANSWER, 0)).isInstanceOf(Lookup.Found.class);
    assertThat(portal.find(ANSWER, 1)).isInstanceOf(Lookup.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "<html>", "{\"results\": {\"data\": {}}}", ""})
  void a_look_that_brings_no_follow_ups_proves_nothing(String body) {
    answerFollowUps(1, body);

    assertThat(portal.find(ANSWER, 0)).isInstanceOf(Lookup.CannotTell.class);
  }

  @Test
  @Tag("F56")
  void a_portal_that_repeats_a_page_neither_keeps_us_for_ever_nor_proves_anything() {
    for (int page = 1; page <= 3; page++) {
      answerFollowUps(
          page,
          "{\"results\": {\"data\": [{\"id\": 1, \"content\": \"x\"}], \"next_page_url\": \"y\"}}");
    }

    assertThat(portal.find(ANSWER, 0)).isInstanceOf(Lookup.CannotTell.class);
    Happened.times("F56", 1, "a page that is repeated for ever");
  }

  @Test
  void the_list_is_read_page_by_page_and_an_unreadable_item_loses_no_other() {
    FAR.stubFor(
        get(urlEqualTo("/lapor/3.0.0/complaints?page=2&updated_since=2026-11-23T04%3A00%3A00Z"))
            .willReturn(
                okJson(
                    """
                    {"results": {"data": [
                       {"complaint_id": "9200001", "content": "a", "revision": 4},
                       {"complaint_id": "x"},
                       {"complaint_id": 9200002}], "next_page_url": "https://y"}}
                    """)));

    Page page = portal.changed(Optional.of(Instant.parse("2026-11-23T04:00:00Z")), "2");

    assertThat(page.states()).hasSize(2);
    assertThat(page.unreadable()).hasSize(1);
    assertThat(page.unreadable().get(0).raw()).asString().isEqualTo("{\"complaint_id\":\"x\"}");
    assertThat(page.unreadable().get(0).code()).isEqualTo("payload.complaint_id");
    assertThat(page.next()).hasValue("3");
    assertThat(page.states().get(0).revision()).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 404, 429, 500, 502, 503})
  void what_cannot_be_read_says_so_without_a_secret(int status) {
    FAR.stubFor(
        get(urlPathEqualTo("/lapor/3.0.0/complaints"))
            .willReturn(aResponse().withStatus(status).withBody("<ams:fault>ZZPII</ams:fault>")));

    assertThatThrownBy(() -> portal.changed(Optional.empty(), PortalReader.FIRST))
        .isInstanceOf(FarEndException.class)
        .hasMessageContaining("" + status)
        .hasMessageContaining("nothing was read")
        .hasMessageNotContaining("ZZPII")
        .hasMessageNotContaining("2y$10");
  }
}
