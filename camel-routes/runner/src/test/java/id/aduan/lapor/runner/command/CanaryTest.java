package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.runner.LaporMain;
import id.aduan.lapor.runner.SampleConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run with marked people and marked secrets, against far ends that throw everything back: then
 * every byte that came out, and every file that was left, is searched for the marks.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CanaryTest {
  private static final Canary PERSON = new Canary("ZZPII");
  private static final Canary SECRET = new Canary("ZZSEC");
  private static final String HOOK =
      "whsec_"
          + Base64.getEncoder().encodeToString("ZZSEC-hook-0123456789-0123456".getBytes(UTF_8));
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AUTH", "Bearer ZZSEC-auth", "TOKEN", "{ZZSEC-token}", "HOOK", HOOK, "LAPOR_LOG", "json");

  @TempDir private Path folder;
  private final Map<String, byte[]> outputs = new HashMap<>();

  @Test
  @Tag("C24")
  @Tag("S17")
  @Tag("S18")
  void noMarkComesOutOfARunInAnyForm() throws Exception {
    HttpServer world =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    world.createContext(
        "/lapor",
        call -> answer(call, 200, "{\"results\": {\"data\": [" + item("9100009") + "]}}"));
    world.createContext("/dishub", CanaryTest::throwBack);
    world.start();
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("127.0.0.1:1/", "127.0.0.1:" + world.getAddress().getPort() + "/");
    Process run = start(sample);
    try (BufferedReader out = run.inputReader(UTF_8)) {
      String ready = out.readLine();
      assertThat(ready).startsWith("lapor: ready on ");
      String address = ready.replaceFirst(".* on (\\S+) .*", "$1");
      push(address, "msg_1", "{\"data\": " + item("9100001") + "}");
      push(address, "msg_2", "{\"data\": {\"content\": \"ZZPII without a number\"}}");
      push(address, "msg_3", "{\"data\": ZZPII no JSON");
      push(address, "msg_1", "{\"data\": " + item("9100002") + "}");
      outputs.put("404", bytes(address + "/ZZPII?token=ZZSEC"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> tell(sample, "parked", "list").contains("LC-REFUSED"));
      tellAll(sample);
      run.toHandle().destroy();
      assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      run.destroyForcibly();
      world.stop(0);
    }

    assertThat(outputs).hasSizeGreaterThan(12);
    assertThat(Files.readString(folder.resolve("run.err")))
        .contains("came again with another content");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        outputs.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    assertThat(outputs).containsKeys("lapor.db", "run.err");
    outputs.forEach(
        (name, bytes) -> {
          assertThat(PERSON.foundIn(bytes)).as("a person in " + name).isEmpty();
          assertThat(SECRET.foundIn(bytes)).as("a secret in " + name).isEmpty();
        });
  }

  /** Everything that the commands tell, and what they say when something is wrong. */
  private void tellAll(SampleConfig sample) {
    List<List<String>> commands =
        List.of(
            List.of("status"),
            List.of("status", "--json"),
            List.of("show", "9100001"),
            List.of("show", "9100001", "--json", "--lang", "en"),
            List.of("parked", "list", "--json"),
            List.of("parked", "show", "1"),
            List.of("parked", "show", "1", "--json"),
            List.of("store", "verify", "--json"),
            List.of("audit", "verify", "--json"),
            List.of("validate"),
            List.of("check"),
            List.of("run"));
    commands.forEach(command -> tell(sample, command.toArray(String[]::new)));
  }

  private String tell(SampleConfig sample, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--config", sample.file().toString()));
    Shell shell = new Shell();
    int exit = shell.runIn(ENVIRONMENT, args.toArray(String[]::new));
    String told = shell.out() + shell.err();
    outputs.put(String.join(" ", command) + " -> " + exit, told.getBytes(UTF_8));
    return told;
  }

  private Process start(SampleConfig sample) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LaporMain.class.getName(),
                "run",
                "--config",
                sample.file().toString())
            .redirectError(folder.resolve("run.err").toFile());
    builder.environment().putAll(ENVIRONMENT);
    return builder.start();
  }

  private static String item(String id) {
    return """
        {"complaint_id": "%s", "title": "Lampu mati", "content": "ZZPII-isi", "category_id": 1398,
         "is_anonymous": false, "is_secret": false, "location": "ZZPII-jalan",
         "status_name": "Terverifikasi", "created_at": "2026-11-20 09:59:00",
         "reporter": {"name": "ZZPII-nama", "phone": "ZZPII-1", "email": "ZZPII@x.invalid"}}
        """
        .formatted(id);
  }

  private static void push(String address, String event, String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/webhooks/portal"))
            .header("Content-Type", "application/json")
            .header("webhook-id", event)
            .header("webhook-timestamp", "" + now)
            .header("webhook-signature", new Webhook(HOOK).sign(event, now, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).doesNotContain("ZZ");
  }

  private static byte[] bytes(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
        .body();
  }

  /** Refuses, and quotes all that it was sent, credentials included. */
  private static void throwBack(HttpExchange call) throws IOException {
    String sent = new String(call.getRequestBody().readAllBytes(), UTF_8);
    String quoted = (sent + call.getRequestHeaders().entrySet()).replaceAll("[\"\\\\\\s]", " ");
    answer(call, 422, "{\"error\": \"ZZPII ZZSEC " + quoted + "\"}");
  }

  private static void answer(HttpExchange call, int status, String json) throws IOException {
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.getResponseHeaders().set("X-Echo", "ZZPII ZZSEC");
    byte[] body = json.getBytes(UTF_8);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ZZPII b",
        "zzpii",
        "WlpQSUk=",
        "eFpaUElJ",
        "eHhaWlBJSQ==",
        "%5A%5A%50%49%49",
        "\\u005a\\u005a\\u0050\\u0049\\u0049",
        "5a5a504949",
        "Z\0Z\0P\0I\0I\0"
      })
  void theSearchFindsTheMarkInEachForm(String text) {
    assertThat(PERSON.foundIn(text.getBytes(UTF_8))).isNotEmpty();
    assertThat(SECRET.foundIn(text.getBytes(UTF_8))).isEmpty();
  }
}
