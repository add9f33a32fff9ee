package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.runner.http.Ingress;
import id.aduan.lapor.runner.http.RequestIds;
import id.aduan.lapor.runner.http.Site;
import id.aduan.lapor.yaml.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address where something is done, by a small one of its own. */
@Tag("S23")
@Tag("S34")
class PostEndpointTest {
  private static final String PATH = "/things/one";
  private final List<Wish> done = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<Ingress> ingress = Optional.empty();
  private AdminFile file = new AdminFile(1, URI.create("http://localhost"), token());

  private static Secret token() {
    return AdminSite.newToken(new SecureRandom());
  }

  /** What may be asked for. */
  record Wish(
      String reason,
      boolean really,
      Optional<String> ticket,
      Optional<Mode> mode,
      Optional<Instant> until) {
    Wish(String reason, boolean really, Optional<String> ticket) {
      this(reason, really, ticket, Optional.empty(), Optional.empty());
    }
  }

  record Done(String id, int wishes) {}

  @BeforeEach
  void open() {
    Endpoint endpoint =
        Endpoint.post(
            "things/{id}",
            ask -> {
              Wish wish = ask.body(Wish.class);
              if (wish.reason().equals("refuse me")) {
                throw new AdminRefusal(AdminError.UNKNOWN_PARKED);
              }
              done.add(wish);
              return new Done(ask.values().getOrDefault("id", ""), done.size());
            });
    AdminServlet servlet =
        new AdminServlet(
            List.of(endpoint),
            Optional.of(new Tokens(List.of(file.token()))),
            2,
            new RequestIds(RandomGenerator.getDefault()));
    Ingress opened =
        Ingress.open(
            Optional.empty(),
            Optional.empty(),
            new Ingress.Callers(Optional.empty(), Optional.empty()),
            new Site("http.admin", "127.0.0.1", 0, Map.of(AdminApi.PATH + "/*", servlet)),
            (side, status, took) -> {});
    ingress = Optional.of(opened);
    file = new AdminFile(ProcessHandle.current().pid(), opened.adminAddress(), file.token());
  }

  @AfterEach
  void close() {
    ingress.ifPresent(Ingress::close);
  }

  private HttpResponse<String> send(String type, String body) throws Exception {
    return send(type, BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(String type, BodyPublisher body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(file.address() + AdminApi.PATH + PATH))
            .header("Authorization", Tokens.header(file.token()))
            .timeout(Duration.ofSeconds(20))
            .POST(body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void theClientAsksAndIsToldWhatWasDone() {
    Wish wish = new Wish("it is needed", true, Optional.of("T-1"));

    Done told = new AdminAnswers(file).done(PATH, wish, Done.class, Duration.ofSeconds(10));

    assertThat(told).isEqualTo(new Done("one", 1));
    assertThat(done).containsExactly(wish);
  }

  @Test
  void whatIsRefusedComesWithItsStableCode() {
    Wish wish = new Wish("refuse me", false, Optional.empty());

    assertThatThrownBy(
            () -> new AdminAnswers(file).done(PATH, wish, Done.class, Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            AdminRefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo("parked.unknown"));
    assertThat(done).isEmpty();
  }

  @Test
  void whatMayBeMissingMayBeMissing() throws Exception {
    assertThat(send("application/json; charset=UTF-8", "{\"reason\": \"r\"}").statusCode())
        .isEqualTo(200);
    assertThat(done).containsExactly(new Wish("r", false, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"reason\": null}",
        "{\"reason\": \"ZZPII\", \"other\": 1}",
        "{\"reason\": \"a\", \"reason\": \"b\"}",
        "{\"reason\": \"a\", \"really\": \"yes\"}",
        "{\"reason\": \"a\", \"really\": 1}",
        "{\"reason\": 7}",
        "{\"reason\": \"a\", \"mode\": 0}",
        "{\"reason\": \"a\", \"mode\": \"0\"}",
        "{\"reason\": \"a\", \"mode\": \"\"}",
        "{\"reason\": \"a\", \"mode\": \"running\"}",
        "{\"reason\": \"a\", \"until\": 1764547200000}",
        "{\"reason\": \"a\", \"until\": 1764547200.5}",
        "{\"reason\": \"a\", \"until\": \"1764547200\"}",
        "{\"reason\": \"a\", \"until\": \"\"}",
        "{\"reason\": \"a\", \"until\": [2026, 12]}",
        "{\"reason\": \"a\"} {}",
        "reason=a"
      })
  void whatIsNotTheAgreedBodyIsRefusedAndNotPrintedBack(String body) throws Exception {
    HttpResponse<String> response = send("application/json", body);

    AdminRig.assertProblem(response, 400, "admin.body");
    assertThat(response.body()).doesNotContain("ZZPII");
    assertThat(done).isEmpty();
  }

  @Test
  void whatIsWrittenOutIsTaken() throws Exception {
    String body = "{\"reason\": \"r\", \"mode\": \"OFF\", \"until\": \"2026-12-31T09:00:00Z\"}";

    assertThat(send("application/json", body).statusCode()).isEqualTo(200);
    assertThat(done)
        .containsExactly(
            new Wish(
                "r",
                false,
                Optional.empty(),
                Optional.of(Mode.OFF),
                Optional.of(Instant.parse("2026-12-31T09:00:00Z"))));
  }

  @Test
  void whatIsNotUtf8IsRefusedAndNotPatched() throws Exception {
    byte[] body = "{\"reason\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    AdminRig.assertProblem(
        send("application/json", BodyPublishers.ofByteArray(body)), 400, "admin.body");
    assertThat(done).isEmpty();
  }

  /** What a page in a browser can send without asking first. */
  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded",
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "''"
  })
  void anotherMediaTypeIsRefused(String type) throws Exception {
    AdminRig.assertProblem(send(type, "{\"reason\": \"r\"}"), 415, "admin.media_type");
    assertThat(done).isEmpty();
  }

  @Test
  void aBodyThatIsTooLongIsRefused() throws Exception {
    String reason = "r".repeat(65_536);

    AdminRig.assertProblem(
        send("application/json", "{\"reason\": \"" + reason + "\"}"), 413, "admin.body_too_long");
    assertThat(done).isEmpty();
  }

  @Test
  void withoutATokenNothingIsDone() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(file.address() + AdminApi.PATH + PATH))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"r\"}"))
            .build();

    AdminRig.assertProblem(client.send(request, BodyHandlers.ofString()), 401, "admin.token");
    assertThat(done).isEmpty();
  }

  @Test
  void askingIsNotDoing() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(file.address() + AdminApi.PATH + PATH))
            .header("Authorization", Tokens.header(file.token()))
            .build();

    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());

    AdminRig.assertProblem(response, 405, "http.method");
    assertThat(response.headers().firstValue("allow")).hasValue("POST");
  }
}
