package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.yaml.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the portal is called and lists are paged: portal-wire 12 no. 1. */
class GatewayFactsTest extends PortalFactsRig {
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

      assertThat(kind(portal("gateway: {proves: true}").create(REPORT, ""))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {900800, 900901, 101503})
    @Tag("C7")
    void a_code_is_no_proof_unless_the_profile_says_so(int code) {
      answerPost(
          "/complaints/complaint",
          aResponse().withStatus(503).withBody("{\"fault\": {\"code\": " + code + "}}"));

      assertThat(portal().create(REPORT, "")).isInstanceOf(DeliveryResult.Unknown.class);
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

    @ParameterizedTest
    @ValueSource(
        strings = {"/lain/complaints", "/v33/x", "/v3/../lain", "/v3/%2E%2e/lain", "/v3/..;/lain"})
    void another_product_on_the_same_gateway_does_not_get_them_either(String path) {
      answer(
          "/complaints",
          "{\"results\": {\"data\": [], \"next_page_url\": \"" + FAR.baseUrl() + path + "\"}}");

      assertThatThrownBy(
              () -> portal("list: {paging: next}").changed(Optional.empty(), PortalReader.FIRST))
          .hasMessageContaining("leads elsewhere");
    }

    @Test
    void numbered_pages_of_which_none_is_called_the_last_go_on_until_one_is_empty() {
      V3Portal portal = portal("list: {next: none}");
      answer("/complaints?page=1", "{\"results\": {\"data\": [{\"complaint_id\": 9200001}]}}");
      answer("/complaints?page=2", "{\"results\": {\"data\": []}}");

      assertThat(portal.changed(Optional.empty(), PortalReader.FIRST).next()).contains("2");
      assertThat(portal.changed(Optional.empty(), "2").next()).isEmpty();
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
