package id.aduan.lapor.portal.stream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToXml;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler.Ability;
import id.aduan.lapor.portal.PortalFiler.Report;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.StreamProfile;
import id.aduan.lapor.portal.stream.Topics.Topic;
import id.aduan.lapor.yaml.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPortalTest {
  private static final TrackingId ID = new TrackingId("1200001");
  private static final Report REPORT =
      new Report(
          "Lampu <padam>",
          "[Tiket: 0001]. \"Gelap\" & sepi\u0007 ]]> sejak <b>kemarin</b> 😀",
          "[Tiket: 0001]",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true,
          false,
          new Reporter("Siti", "081200000000", "siti@x.invalid"));

  @RegisterExtension
  static final WireMockExtension FAR =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static StreamSettings settings(String token) {
    return new StreamSettings(
        URI.create(FAR.baseUrl() + "/api"),
        (StreamProfile) Profiles.shipped("stream"),
        Secret.of(token),
        new HttpBounds(Duration.ofSeconds(2), Duration.ofSeconds(2), HttpBounds.REPLY_BYTES_MAX),
        TlsIdentity.SYSTEM);
  }

  private static StreamPortal portal(String token) {
    return new StreamPortal(settings(token), new JdkHttpTransport(), InstantSource.system());
  }

  private static StreamPortal portal() {
    return portal("{AB-CD}");
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    FAR.stubFor(post(urlEqualTo("/api/stream/addstream")).willReturn(answer));
  }

  private static ResponseDefinitionBuilder xml(String body) {
    return aResponse().withHeader("Content-Type", "text/xml").withBody(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{AB-CD}", "AB-CD"})
  void a_report_is_filed_as_the_portal_takes_it(String token) {
    answer(xml("<lapor><trackingid> 1200001 </trackingid><transaksiid>77</transaksiid></lapor>"));

    assertThat(portal(token).create(REPORT, "")).isEqualTo(new DeliveryResult.Accepted("1200001"));

    FAR.verify(
        postRequestedFor(urlEqualTo("/api/stream/addstream"))
            .withHeader("Content-Type", equalTo("text/xml; charset=UTF8"))
            .withRequestBody(
                equalToXml(
                    """
                    <lapor token="{AB-CD}">
                      <pelapor><email>siti@x.invalid</email><telpon>081200000000</telpon>
                        <namadepan>Siti</namadepan><namabelakang>_</namabelakang></pelapor>
                      <laporan rahasia="0" anonim="1"><isi>Lampu &lt;padam&gt;
                    [Tiket: 0001]. "Gelap" &amp; sepi ]]&gt; sejak &lt;b&gt;kemarin&lt;/b&gt; 😀</isi></laporan>
                    </lapor>
                    """)));
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(xml("<a><b><trackingid>1200001</trackingid></b></a>"), "Accepted"),
        Arguments.of(xml("<a><transaksiid>77</transaksiid></a>"), "Unknown"),
        Arguments.of(xml("<a><trackingid>baru</trackingid></a>"), "Unknown"),
        Arguments.of(xml("<a><error>token salah</error></a>"), "Unknown"),
        Arguments.of(xml("<a><trackingid>1200001"), "Unknown"),
        Arguments.of(xml(""), "Unknown"),
        Arguments.of(xml("{\"trackingid\": 1200001}"), "Unknown"),
        Arguments.of(
            xml(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                    + "<a><trackingid>1200001&x;</trackingid></a>"),
            "Unknown"),
        Arguments.of(xml("<a>" + "<b>".repeat(1_000_000)), "Unknown"),
        Arguments.of(aResponse().withStatus(400), "Refused"),
        Arguments.of(aResponse().withStatus(401), "CREDENTIALS"),
        Arguments.of(aResponse().withStatus(429), "TARGET"),
        Arguments.of(aResponse().withStatus(500), "Unknown"),
        Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "Unknown"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void only_a_tracking_id_proves_that_it_was_filed(
      ResponseDefinitionBuilder answer, String expected) {
    answer(answer);

    DeliveryResult result = portal().create(REPORT, "");

    assertThat(
            result instanceof RetryLater later
                ? later.trouble().name()
                : result.getClass().getSimpleName())
        .isEqualTo(expected);
    assertThat(result.toString()).doesNotContain("Siti").doesNotContain("AB-CD");
  }

  @Test
  void what_it_cannot_do_it_says_and_calls_nobody() {
    StreamPortal portal = portal();
    PortalFile file = new PortalFile("a.jpg", "image/jpeg", new byte[1]);

    assertThat(portal.ability()).isEqualTo(new Ability(false, false, false));
    assertThat(portal.reads() || portal.lists()).isFalse();
    assertThat(portal.upload(List.of())).isEqualTo(new DeliveryResult.Accepted(""));
    assertThat(portal.upload(List.of(file))).isInstanceOf(DeliveryResult.Refused.class);
    assertThat(portal.create(REPORT, "1")).isInstanceOf(DeliveryResult.Refused.class);
    assertThat(portal.forward(ID, "1", "")).isInstanceOf(DeliveryResult.Refused.class);
    assertThat(portal.findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
    assertThat(portal.isForwarded(ID, "1")).isInstanceOf(Lookup.CannotTell.class);
    assertThatThrownBy(() -> portal.complaint(ID)).isInstanceOf(FarEndException.class);
    assertThatThrownBy(() -> portal.changed(Optional.empty(), PortalReader.FIRST))
        .isInstanceOf(FarEndException.class);
    assertThatThrownBy(() -> portal.read(new byte[0]))
        .isInstanceOf(UnreadableMessageException.class);
    FAR.verify(0, postRequestedFor(anyUrl()));
  }

  private static List<Topic> topics(ResponseDefinitionBuilder answer) {
    FAR.stubFor(post(urlEqualTo("/api/services/f01/gettopics")).willReturn(answer));
    return new Topics(settings("kunci&1"), new JdkHttpTransport(), InstantSource.system()).read();
  }

  @Test
  void topics_are_texts_and_a_parent_of_zero_is_none() {
    assertThat(
            topics(
                okJson(
                    """
                    [{"id": "3", "parent": "0", "topic_name": "Infrastruktur"},
                     {"id": "13", "parent": "3", "topic_name": "Teknologi"}]
                    """)))
        .extracting(Topic::id, Topic::parent, Topic::name)
        .containsExactly(
            tuple("3", Optional.empty(), "Infrastruktur"),
            tuple("13", Optional.of("3"), "Teknologi"));

    FAR.verify(
        postRequestedFor(urlEqualTo("/api/services/f01/gettopics"))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withRequestBody(equalTo("KEYTOKEN=kunci%261")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "<html>", "[", "{\"error\": \"KEYTOKEN\"}"})
  void an_answer_that_is_no_list_of_topics_is_none(String body) {
    assertThatThrownBy(() -> topics(aResponse().withBody(body)))
        .isInstanceOf(FarEndException.class)
        .hasMessageNotContaining("kunci");
  }
}
