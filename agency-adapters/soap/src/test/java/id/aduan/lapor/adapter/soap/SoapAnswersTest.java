package id.aduan.lapor.adapter.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
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
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.SampleComplaints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of every kind to a create (bad inputs 37 to 46; F32 to F35, F40 to F42). */
@Timeout(20)
@Tag("C7")
class SoapAnswersTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String TICKET = "<nomorTiket>K-1</nomorTiket>";
  private static final List<String> WARNINGS = new CopyOnWriteArrayList<>();
  private static final Handler LOGGED =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            WARNINGS.add(entry.getLoggerName() + ": " + entry.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir static Path folder;
  private static AgencyAdapter adapter;

  @BeforeAll
  static void configure() throws Exception {
    adapter = Settings.in(folder).adapter(SERVER.baseUrl() + "/soap", new JdkHttpTransport());
  }

  @BeforeAll
  static void listen() {
    Logger.getLogger("").addHandler(LOGGED);
  }

  @AfterAll
  static void nothingWasLogged() {
    adapter.close();
    Logger.getLogger("").removeHandler(LOGGED);
    assertThat(WARNINGS).isEmpty();
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("plain", xml(200, body("00", TICKET))),
        Arguments.of("CDATA", xml(200, body("00", TICKET.replace("K-1", "<![CDATA[K-1]]>")))),
        Arguments.of("comment", xml(200, body("00", TICKET.replace("K-1", "K<!-- x -->-1")))),
        Arguments.of(
            "other charset",
            aResponse()
                .withHeader("Content-Type", "text/xml;charset=iso-8859-1")
                .withBody(body("00", TICKET).getBytes(StandardCharsets.ISO_8859_1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void aTicketIsRead(String name, ResponseDefinitionBuilder answer) {
    assertThat(open(answer)).as(name).isEqualTo(new Accepted("K-1"));
  }

  @Test
  void onlyDocumentedCodesAndFaultsAreRefusals() {
    assertThat(open(xml(200, body("41", ""))))
        .isEqualTo(new Refused("soap.code", "kirimPengaduan was refused with 41"));
    assertThat(open(xml(500, fault("s:Client", "<x:DataTidakSah xmlns:x='urn:x'/>"))))
        .isEqualTo(new Refused("soap.fault", "kirimPengaduan was refused with DataTidakSah"));
    assertThat(open(xml(500, fault("s:Server", "<x:G xmlns:x='urn:x'><x:k>F01</x:k></x:G>"))))
        .isEqualTo(new Refused("soap.fault", "kirimPengaduan was refused with F01"));
    assertThat(open(xml(500, fault("s:Client", "<x:Lain xmlns:x='urn:x'>ZZPII-</x:Lain>"))))
        .isEqualTo(new Unknown("kirimPengaduan was answered with a fault"));
  }

  static Stream<Arguments> unproven() {
    String depth = "<a>".repeat(50) + "</a>".repeat(50);
    String laughs = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    String external = "<!DOCTYPE x SYSTEM '%s/canary.dtd'>".formatted(SERVER.baseUrl());
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM '%s/canary'>]>".formatted(SERVER.baseUrl());
    String include =
        "<nomorTiket><x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='%s/canary'/>"
            .formatted(SERVER.baseUrl());
    return Stream.of(
        Arguments.of("error inside", xml(200, body("99", TICKET))),
        Arguments.of("no code", xml(200, body("", TICKET))),
        Arguments.of("no ticket", xml(200, body("00", ""))),
        Arguments.of("blank ticket", xml(200, body("00", "<nomorTiket> </nomorTiket>"))),
        Arguments.of("two tickets", xml(200, body("00", TICKET + TICKET))),
        Arguments.of("fault at 200", xml(200, fault("s:Server", ""))),
        Arguments.of("fault at 500", xml(500, fault("s:Server", ""))),
        Arguments.of("answer at 500", xml(500, body("00", TICKET))),
        Arguments.of("cut fault", xml(500, fault("s:Client", "<DataTidakSah>").substring(0, 190))),
        Arguments.of("wrong root", xml(200, envelope("<Lain xmlns='urn:contoh:pengaduan:v1'/>"))),
        Arguments.of("wrong namespace", xml(200, body("00", TICKET).replace(":v1", ":v2"))),
        Arguments.of("no body", xml(200, envelope(""))),
        Arguments.of("no envelope", xml(200, "<a/>")),
        Arguments.of("other envelope", xml(200, body("00", TICKET).replace(SOAP_11, "urn:x"))),
        Arguments.of("cut", xml(200, body("00", TICKET).substring(0, 150))),
        Arguments.of("not XML", xml(200, "kode=00")),
        Arguments.of("control character", xml(200, body("00", TICKET.replace("K", "\u0001")))),
        Arguments.of("doctype", xml(200, "<!DOCTYPE x>" + body("00", TICKET))),
        Arguments.of("laughs", xml(200, laughs + body("00", TICKET.replace("K", "&b;")))),
        Arguments.of("external dtd", xml(200, external + body("00", TICKET))),
        Arguments.of("external entity", xml(200, entity + body("00", TICKET.replace("K", "&e;")))),
        Arguments.of("include", xml(200, body("00", include + "</nomorTiket>"))),
        Arguments.of("deep", xml(200, body("00", TICKET + depth))),
        Arguments.of("long text", xml(200, body("00", "<pesan>" + "x".repeat(300_000)))),
        Arguments.of("many", xml(200, body("00", TICKET + "<a/>".repeat(20_000)))),
        Arguments.of("huge", xml(200, body("00", TICKET + "<a/>".repeat(1_000_000)))),
        Arguments.of("page", aResponse().withHeader("Content-Type", "text/html").withBody("<p>")),
        Arguments.of("502", aResponse().withStatus(502).withBody("<html>")),
        Arguments.of("empty", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        Arguments.of("dribble", xml(200, body("00", TICKET)).withChunkedDribbleDelay(20, 60_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unproven")
  void nothingIsClaimedThatIsNotProven(String name, ResponseDefinitionBuilder answer) {
    assertThat(open(answer)).as(name).isInstanceOf(Unknown.class);
    assertThat(adapter.find(Reference.of(new TrackingId("8123456"))))
        .as(name)
        .isInstanceOf(Lookup.CannotTell.class);
    assertThatThrownBy(() -> adapter.changes("")).as(name).isInstanceOf(FarEndException.class);
    SERVER.verify(
        0,
        com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
            urlPathMatching("/canary.*")));
  }

  private static DeliveryResult open(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
    return adapter.open(SampleComplaints.identified("8123456"), new IdempotencyKey("k"));
  }

  private static ResponseDefinitionBuilder xml(int status, String text) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/xml; charset=utf-8")
        .withBody(text);
  }

  private static String body(String code, String rest) {
    return envelope(
        "<KirimPengaduanJawaban xmlns='urn:contoh:pengaduan:v1'><kode>%s</kode>%s"
                .formatted(code, rest)
            + "</KirimPengaduanJawaban>");
  }

  private static String fault(String code, String detail) {
    return envelope(
        "<s:Fault><faultcode>%s</faultcode><faultstring>ZZPII-</faultstring><detail>%s</detail>"
                .formatted(code, detail)
            + "</s:Fault>");
  }

  private static String envelope(String body) {
    return "<s:Envelope xmlns:s='%s'><s:Body>%s</s:Body></s:Envelope>".formatted(SOAP_11, body);
  }
}
