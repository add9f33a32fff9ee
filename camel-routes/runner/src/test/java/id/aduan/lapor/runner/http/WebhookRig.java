package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.runner.Assembly;
import id.aduan.lapor.runner.FakeWorld;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.sync.NotificationReports;
import id.aduan.lapor.sync.WebhookIntake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A listener over real HTTP on a real store; nothing is delivered. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WebhookRig {
  static final int BODY_BYTES_MAX = 64 * 1024;
  private final AtomicInteger events = new AtomicInteger();

  /** An event id that is new in each test. */
  String event = "";

  LaporConnector connector;
  Ingress ingress;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  void open(@TempDir Path folder) {
    SampleConfig sample = SampleConfig.in(folder);
    adapt(sample);
    HttpTransport world = world();
    RunnerConfig config = sample.load(world);
    connector = Assembly.connector(config, world, InstantSource.system(), new SecureRandom());
    ingress =
        Ingress.open(
            config.http().orElseThrow(),
            webhooks(config),
            new Ingress.Callers(connector.agencyPushes(), reports(config)),
            new Callbacks.Limits(body(), storeMax(), memory()),
            connections());
  }

  /** Changes the configuration before it is read. */
  void adapt(SampleConfig sample) {}

  /** Where deliveries go, if the test starts any. */
  HttpTransport world() {
    return new FakeWorld();
  }

  Optional<WebhookIntake> webhooks(RunnerConfig config) {
    return connector.webhooks();
  }

  Optional<NotificationReports> reports(RunnerConfig config) {
    return Optional.empty();
  }

  BodyReader.Rules body() {
    return new BodyReader.Rules(
        BODY_BYTES_MAX, Duration.ofMillis(700), Duration.ofMillis(700), 1_000);
  }

  /** As in the product: the machine of a test may be busy. */
  Duration storeMax() {
    return Duration.ofSeconds(5);
  }

  Callbacks.Memory memory() {
    return Callbacks.Memory.ofHeap(Runtime.getRuntime().maxMemory(), BODY_BYTES_MAX);
  }

  ConnectionLimits.Rules connections() {
    return ConnectionLimits.Rules.USUAL;
  }

  @BeforeEach
  void nameEvent() {
    event = "msg_" + events.incrementAndGet();
  }

  @AfterAll
  void close() {
    ingress.close();
    connector.close();
  }

  static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
    assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
    assertThat(response.body())
        .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"title\":\"")
        .doesNotContainPattern("Exception|at [a-z]+\\.|SQL|jetty|<html");
  }

  static String complaint(String id) {
    return """
        {"type": "complaint.created", "revision": 1, "data": {"complaint_id": %s,
         "title": "Lampu jalan mati", "content": "Sejak tiga hari.", "category_id": 1398,
         "is_anonymous": false, "is_secret": false, "reporter": {"name": "Siti ZZPII-1"}}}
        """
        .formatted(id);
  }

  final URI at(String path) {
    return URI.create(ingress.address() + path);
  }

  final HttpRequest.Builder signed(String eventId, String body) throws Exception {
    return signed(eventId, body, Instant.now().getEpochSecond());
  }

  final HttpRequest.Builder signed(String eventId, String body, long timestamp) throws Exception {
    return signed("/webhooks/portal", SampleConfig.SECRET, eventId, body, timestamp);
  }

  final HttpRequest.Builder signed(
      String path, String secret, String eventId, String body, long timestamp) throws Exception {
    return to(path)
        .header("Content-Type", "application/json")
        .header("webhook-id", eventId)
        .header("webhook-timestamp", "" + timestamp)
        .header("webhook-signature", new Webhook(secret).sign(eventId, timestamp, body))
        .POST(BodyPublishers.ofString(body));
  }

  final HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
  }

  final HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static BodyPublisher chunked(String body) {
    return BodyPublishers.fromPublisher(BodyPublishers.ofString(body));
  }

  /** A connection on which a test says what it likes. */
  final Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), ingress.address().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends these lines as they are, and gives all that comes back until the connection ends. */
  final String raw(String... lines) throws Exception {
    try (Socket socket = connect()) {
      say(socket, String.join("\r\n", lines));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
