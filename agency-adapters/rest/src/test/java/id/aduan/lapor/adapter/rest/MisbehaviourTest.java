package id.aduan.lapor.adapter.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.SampleComplaints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that break HTTP itself (F32 to F35, F42). */
@Timeout(20)
class MisbehaviourTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String TICKET = "{\"nomor\":\"T-1\"}";
  @TempDir Path folder;
  private AgencyAdapter adapter;

  @BeforeEach
  void configure() throws Exception {
    adapter =
        Settings.in(folder)
            .with("baseUri", SERVER.baseUrl())
            .withSecret("key", "ZZSEC-kunci")
            .adapter("dinas.yaml", new JdkHttpTransport());
  }

  static Stream<Arguments> misbehaviours() {
    String huge = "{\"nomor\":\"T-1\",\"x\":\"" + "x".repeat(3_000_000) + "\"}";
    return Stream.of(
        Arguments.of("empty", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        Arguments.of("bad chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        Arguments.of("dribble", json(TICKET).withChunkedDribbleDelay(20, 60_000)),
        Arguments.of("huge", json(huge)),
        Arguments.of("zipped unasked", json("").withBody(zipped(TICKET))),
        Arguments.of("deep", json("[".repeat(100_000))),
        Arguments.of("long number", json("{\"nomor\":" + "1".repeat(5_000) + "}")));
  }

  static Stream<Arguments> encodings() {
    byte[] broken = TICKET.replace("T-1", "T-\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    return Stream.of(
        Arguments.of("utf-16", json("").withBody(TICKET.getBytes(StandardCharsets.UTF_16))),
        Arguments.of("no utf-8", json("").withBody(broken)),
        Arguments.of("half a character", json("").withBody("{\"nomor\":\"\ud83d")),
        Arguments.of("a page", json(TICKET).withHeader("Content-Type", "text/html")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  @Tag("C7")
  @Tag("F41")
  void whatIsInAnotherEncodingOrOfAnotherTypeProvesNothing(
      String name, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));

    DeliveryResult opened =
        adapter.open(SampleComplaints.identified("8123456"), new IdempotencyKey("k"));

    assertThat(opened).as(name).isInstanceOf(DeliveryResult.Unknown.class);
    Happened.times("F41", 1, "an answer in " + name);
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse()
        .withStatus(201)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misbehaviours")
  @Tag("C7")
  void nothingIsClaimedThatIsNotProven(String name, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));

    DeliveryResult opened =
        adapter.open(SampleComplaints.identified("8123456"), new IdempotencyKey("k"));
    Lookup found = adapter.find(Reference.of(new TrackingId("8123456")));

    assertThat(opened).as(name).isInstanceOf(DeliveryResult.Unknown.class);
    assertThat(found).as(name).isInstanceOf(Lookup.CannotTell.class);
    assertThatThrownBy(() -> adapter.changes("")).as(name).isInstanceOf(FarEndException.class);
  }
}
