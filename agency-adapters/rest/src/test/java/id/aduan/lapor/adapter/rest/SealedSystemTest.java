package id.aduan.lapor.adapter.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.testkit.SampleComplaints;
import id.aduan.lapor.testkit.http.Certificates;
import id.aduan.lapor.testkit.http.Certificates.Asking;
import id.aduan.lapor.testkit.http.Certificates.Holder;
import id.aduan.lapor.testkit.http.Heard;
import id.aduan.lapor.testkit.http.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A system behind a private authority that asks for our certificate and for a token, both over real
 * connections and by its settings alone.
 */
@Tag("S21")
@Timeout(30)
class SealedSystemTest {
  private static final String TOKEN =
      json(200, "{\"access_token\": \"ZZSEC-token\", \"token_type\": \"Bearer\"}");

  @TempDir static Path folder;
  private static Certificates certificates;
  private RawServer server;
  private AgencyAdapter adapter;
  private volatile String tokenAnswer = TOKEN;

  @BeforeAll
  static void vouch() throws Exception {
    certificates = Certificates.in(folder);
    certificates.write(Holder.CLIENT, folder.resolve("client.p12"));
    Files.writeString(folder.resolve("password"), Certificates.PASSWORD);
    Files.writeString(folder.resolve("secret"), "ZZSEC-rahasia");
  }

  @BeforeEach
  void serve() throws Exception {
    server =
        new RawServer(
            certificates.server(Holder.SERVER, Asking.EVERYBODY),
            (request, connection) -> RawServer.write(connection, answer(request)));
    String base = server.uri("").toString().replace("http:", "https:");
    String settings =
        """
        baseUri: @base@/api
        trust: @trust@
        clientCertificate: {file: client.p12, password: "${file:password}"}
        deadline: PT5S
        auth:
          oauth2:
            tokenUri: @base@/token
            clientId: lapor
            clientSecret: ${file:secret}
        create: {path: /tiket, body: '{"nomor": trackingId}', ticket: /nomor}
        """
            .replace("@base@", base)
            .replace("@trust@", certificates.authority().getFileName().toString());
    adapter = RestAdapter.load(Files.writeString(folder.resolve("dinas.yaml"), settings));
  }

  @AfterEach
  void end() {
    adapter.close();
    server.close();
  }

  private String answer(Heard request) {
    if (request.line().startsWith("POST /token ")) {
      return tokenAnswer;
    }
    boolean known = "Bearer ZZSEC-token".equals(request.headers().get("authorization"));
    return known ? json(201, "{\"nomor\": \"T-1\"}") : json(401, "{}");
  }

  private static String json(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  private DeliveryResult open() {
    return adapter.open(SampleComplaints.identified("8123456"), new IdempotencyKey("k"));
  }

  @Test
  void aTicketIsOpenedWithOurCertificateAndOneToken() {
    assertThat(List.of(open(), open())).containsOnly(new Accepted("T-1"));

    assertThat(server.heard())
        .extracting(Heard::line)
        .containsExactly(
            "POST /token HTTP/1.1", "POST /api/tiket HTTP/1.1", "POST /api/tiket HTTP/1.1");
    assertThat(new String(server.heard().get(0).body(), ISO_8859_1))
        .isEqualTo("grant_type=client_credentials");
  }

  static Stream<Arguments> withoutAToken() {
    return Stream.of(
        Arguments.of("refused", json(401, "{\"error\": \"invalid_client\"}"), "check the cred"),
        Arguments.of("down", json(502, "<html>"), "was answered with 502"),
        Arguments.of("too large", json(200, "x".repeat(70_000)), "without a token nothing was"),
        Arguments.of(
            "elsewhere",
            "HTTP/1.1 307 X\r\nLocation: /api/tiket\r\nContent-Length: 0\r\n\r\n",
            "307"),
        Arguments.of("no HTTP", "ZZSEC-token\r\n\r\n", "without a token nothing was sent"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withoutAToken")
  @Tag("C9")
  @Tag("F42")
  void withoutATokenTheComplaintWaitsAndNothingIsSent(String name, String answer, String detail) {
    tokenAnswer = answer;

    DeliveryResult result = open();

    assertThat(result)
        .as(name)
        .isInstanceOfSatisfying(
            RetryLater.class, later -> assertThat(later.trouble()).isNotEqualTo(Trouble.ENTRY));
    assertThat(result.toString()).contains(detail).doesNotContain("ZZSEC");
    assertThat(server.heard()).extracting(Heard::line).containsOnly("POST /token HTTP/1.1");
    if (answer.length() > 65_536) {
      Happened.times("F42", server.heard().size(), "answers beyond the limit of a token");
    }
  }

  @Test
  @Tag("F37")
  void theIssuersWishForPatienceReachesTheEngine() {
    tokenAnswer = "HTTP/1.1 429 X\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n";

    assertThat(open())
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> assertThat(later.after()).isEqualTo(Optional.of(Duration.ofSeconds(90))));
    Happened.times("F37", server.heard().size(), "answers 429");
  }
}
