package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import id.aduan.lapor.runner.admin.AdminFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as an agency starts and stops it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunProcessTest {
  private static final Pattern READY =
      Pattern.compile(
          "lapor: ready on (http://127\\.0\\.0\\.1:\\d+) in \\d+\\.\\d s, 1 agency, .*");

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process lapor(String name, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djdk.serialFilter=!*",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LaporMain.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().putAll(SampleConfig.ENVIRONMENT);
    builder.environment().put("LAPOR_LOG", "json");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  @Test
  @Tag("C19")
  @Tag("S25")
  void itStartsServesKeepsItsStoreToItselfAndStopsWell() throws Exception {
    String config = SampleConfig.in(folder).file().toString();
    Process first = lapor("first", "run", "--config", config);
    BufferedReader out = first.inputReader(UTF_8);
    Matcher ready = READY.matcher(String.valueOf(out.readLine()));
    assertThat(ready.matches()).isTrue();

    assertThat(push(ready.group(1)).statusCode()).isEqualTo(202);
    assertItListensWhereItWasToldAndNowhereElse(first, URI.create(ready.group(1)));
    assertSecondIsRefused(config, first.pid());
    assertStatusIsReadBeside(config);

    first.toHandle().destroy(); // unlike destroy(), it leaves our end of the streams open
    assertThat(first.waitFor(25, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(out.readLine()).isNull();
    assertEachLogLineIsJson("first");
  }

  /** S25: by what the kernel says of the process. */
  private void assertItListensWhereItWasToldAndNowhereElse(Process process, URI open)
      throws Exception {
    URI admin =
        AdminFile.read(AdminFile.beside(folder.resolve("store/lapor.db"))).orElseThrow().address();

    assertThat(ListeningPorts.of(process.pid()))
        .containsExactlyInAnyOrder(open.getPort(), admin.getPort());
  }

  private static HttpResponse<String> push(String address) throws Exception {
    String body = "{\"data\": {\"complaint_id\": 9100001, \"content\": \"Lampu mati.\"}}";
    long now = Instant.now().getEpochSecond();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address + "/webhooks/portal"))
                .header("Content-Type", "application/json")
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", "" + now)
                .header(
                    "webhook-signature", new Webhook(SampleConfig.SECRET).sign("msg_1", now, body))
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private void assertSecondIsRefused(String config, long owner) throws Exception {
    Process second = lapor("second", "run", "--config", config);
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(75);
    assertThat(Files.readString(folder.resolve("second.err")))
        .startsWith("error[store.locked]: ")
        .contains("is locked by pid " + owner + ";")
        .hasLineCount(1);
  }

  private void assertStatusIsReadBeside(String config) throws Exception {
    Process status = lapor("status", "status", "--lang", "en", "--config", config);
    String told = new String(status.getInputStream().readAllBytes(), UTF_8);
    assertThat(status.waitFor()).isZero();
    assertThat(told).contains("1 complaints kept", "dishub");
  }

  private void assertEachLogLineIsJson(String name) throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve(name + ".err"));
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(new ObjectMapper().readTree(line).path("message").asText()).isNotEmpty();
    }
  }
}
