package id.aduan.lapor.adapter.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.http.Content;
import id.aduan.lapor.http.JdkHttpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files to systems that take them first and are told at the ticket which one is meant. */
@Tag("C7")
@Timeout(20)
class RestUploadTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final byte[] BYTES = "\0PDF ZZ".getBytes(US_ASCII);
  private static final String UPLOADS = "/uploads";
  private static final String COMMENTS = "/tickets/T-1/comments";
  private static final String ZENDESK =
      """

      attach:
        upload:
          path: "/uploads?filename={name}"
          raw: {}
          id: /upload/token
          refusedStatus: [413]
        path: "/tickets/{ticket}/comments"
        json: '{"comment": {"body": file.name, "uploads": [upload]}}'
        file: /comment/id
      """;

  @TempDir Path folder;

  private AgencyAdapter adapter(String attach) throws IOException {
    return Settings.in(folder)
        .with("baseUri", SERVER.baseUrl())
        .with("deadline", "PT10S")
        .withSecret("key", "ZZSEC-kunci")
        .adapter("dinas.yaml", attach, new JdkHttpTransport());
  }

  private DeliveryResult attach(String attach) throws IOException {
    Reference ours = Reference.of(new TrackingId("8123456"));
    OutgoingFile file =
        new OutgoingFile(
            ours, 1, "8123456-1-surat.pdf", "application/pdf", "0".repeat(64), Content.of(BYTES));
    AgencyTicket ticket = new AgencyTicket(new AgencyCode("dinas"), "T-1");
    return adapter(attach).attach(ticket, file, new IdempotencyKey("k"));
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  private static void answers(String path, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
  }

  private static void takes() {
    answers(UPLOADS, json(201, "{\"upload\":{\"token\":\"tok 1\"}}"));
    answers(COMMENTS, json(201, "{\"comment\":{\"id\":77}}"));
  }

  @Test
  void theFileGoesFirstAndTheTicketIsToldWhich() throws Exception {
    takes();

    assertThat(attach(ZENDESK)).isEqualTo(new Accepted("77"));

    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(UPLOADS + "?filename=8123456-1-surat.pdf"))
            .withHeader("Content-Type", equalTo("application/pdf"))
            .withRequestBody(binaryEqualTo(BYTES)));
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(COMMENTS))
            .withHeader("Idempotency-Key", equalTo("k"))
            .withRequestBody(
                equalToJson(
                    "{\"comment\":{\"body\":\"8123456-1-surat.pdf\",\"uploads\":[\"tok 1\"]}}")));
  }

  @Test
  void aDocumentIsMadeAndLinkedWhereThePathNamesIt() throws Exception {
    answers("/Document", json(201, "{\"id\":12}"));
    SERVER.stubFor(post(urlEqualTo("/Document/12/Item")).willReturn(json(201, "{\"ok\":true}")));

    DeliveryResult result =
        attach(
            """

            attach:
              upload:
                path: /Document
                multipart: {file: "filename[0]", fields: {uploadManifest: '"{}"'}}
                id: /id
              path: "/Document/{upload}/Item"
              json: '{"input": {"itemtype": "Ticket", "items_id": ticket}}'
              successWhen: ok
            """);

    assertThat(result).isInstanceOf(Accepted.class);
    SERVER.verify(
        postRequestedFor(urlEqualTo("/Document"))
            .withHeader("Content-Type", matching("multipart/form-data; boundary=.*")));
    SERVER.verify(
        postRequestedFor(urlEqualTo("/Document/12/Item"))
            .withRequestBody(
                equalToJson("{\"input\":{\"itemtype\":\"Ticket\",\"items_id\":\"T-1\"}}")));
  }

  static Stream<Arguments> unknownUploads() {
    return Stream.of(
        Arguments.of("no answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("cut", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        Arguments.of("server error", json(500, "{}")),
        Arguments.of("a page", aResponse().withStatus(200).withBody("<html>")),
        Arguments.of("no token", json(201, "{}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknownUploads")
  void anUploadWhoseEndNobodyKnowsLiesAtNoTicketAndIsTriedAgain(
      String what, ResponseDefinitionBuilder answer) throws Exception {
    takes();
    answers(UPLOADS, answer);

    DeliveryResult result = attach(ZENDESK);

    assertThat(result)
        .as(what)
        .isInstanceOfSatisfying(
            RetryLater.class, later -> assertThat(later.trouble()).isEqualTo(Trouble.ENTRY));
    SERVER.verify(0, postRequestedFor(urlPathEqualTo(COMMENTS)));
    takes();
    assertThat(attach(ZENDESK)).isEqualTo(new Accepted("77"));
    SERVER.verify(1, postRequestedFor(urlPathEqualTo(COMMENTS)));
  }

  @Test
  void anUploadThatIsRefusedIsARefusalAndTroubleIsTheTargets() throws Exception {
    takes();
    answers(UPLOADS, json(413, "{}"));
    assertThat(attach(ZENDESK)).isInstanceOf(Refused.class);
    answers(UPLOADS, json(503, "{}").withHeader("Retry-After", "120"));
    assertThat(attach(ZENDESK))
        .isInstanceOfSatisfying(
            RetryLater.class, later -> assertThat(later.trouble()).isEqualTo(Trouble.TARGET));

    SERVER.verify(0, postRequestedFor(urlPathEqualTo(COMMENTS)));
  }

  static Stream<Arguments> unknownCalls() {
    return Stream.of(
        Arguments.of("no answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("server error", json(500, "{}")),
        Arguments.of("a page", aResponse().withStatus(200).withBody("<html>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknownCalls")
  void theEndOfTheSecondCallIsUnknownWhereNobodyKnowsIt(
      String what, ResponseDefinitionBuilder answer) throws Exception {
    takes();
    answers(COMMENTS, answer);

    assertThat(attach(ZENDESK)).as(what).isInstanceOf(Unknown.class);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(ZENDESK.replace("[upload]", "[file.name]"), "does not name the upload"),
        Arguments.of(ZENDESK.replace("    id: /upload/token\n", ""), "'id'"),
        Arguments.of(ZENDESK.replace("  json:", "  raw: {}\n  json:"), "named by 'json'"),
        Arguments.of(ZENDESK.replace("    raw: {}\n", ""), "says how the file goes"),
        Arguments.of(ZENDESK.replace("{name}", "{upload}"), "unknown {upload}"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void whatCannotWorkIsToldBeforeItRuns(String settings, String told) {
    assertThatThrownBy(() -> adapter(settings)).hasMessageContaining(told);
  }
}
