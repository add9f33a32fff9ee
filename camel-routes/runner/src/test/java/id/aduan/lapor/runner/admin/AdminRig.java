package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A whole connector whose far ends nobody answers at; what its programs ask is asked over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AdminRig {
  static final String CASE = "9100001";
  SampleConfig sample;
  private static final String COMPLAINT =
      """
      {"data": {"complaint_id": %s, "title": "Lampu mati", "content": "Gelap.",
       "category_id": 1398, "reporter": {"name": "Siti ZZPII-1"}}}
      """;

  RunnerConfig config;
  RunningConnector running;
  AdminFile file;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    sample = SampleConfig.in(folder);
    prepare();
    LateTransport transport = new LateTransport();
    config = sample.load(transport);
    running = RunningConnector.start(config, transport);
    file = AdminFile.read(config.store().notice()).orElseThrow();
    assertThat(push("msg_1", COMPLAINT.formatted(CASE)).statusCode()).isEqualTo(202);
  }

  /** Changes the sample. */
  void prepare() {}

  @AfterAll
  void close() {
    running.close();
  }

  /** As the portal would. */
  final HttpResponse<String> push(String event, String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    return send(
        HttpRequest.newBuilder(running.address().orElseThrow().resolve("/webhooks/portal"))
            .header("Content-Type", "application/json")
            .header("webhook-id", event)
            .header("webhook-timestamp", "" + now)
            .header("webhook-signature", new Webhook(SampleConfig.SECRET).sign(event, now, body))
            .POST(BodyPublishers.ofString(body)));
  }

  final URI at(String path) {
    return URI.create(file.address() + path);
  }

  final HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }

  final HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** With the token of the process. */
  final HttpRequest.Builder allowed(String path) {
    return HttpRequest.newBuilder(at(path)).header("Authorization", Tokens.header(file.token()));
  }

  static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
    assertThat(response.headers().map())
        .doesNotContainKeys("server", "set-cookie", "access-control-allow-origin");
    assertThat(response.body())
        .contains("\"status\":" + status, "\"code\":\"" + code + "\"")
        .doesNotContainPattern("Exception|at [a-z]+\\.|SQL|jetty|<html|/home");
  }
}
