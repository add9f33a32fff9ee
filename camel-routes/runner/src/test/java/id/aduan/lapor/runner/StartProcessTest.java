package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program starts, or says why not. */
@Tag("C19")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartProcessTest {
  private static final int REFUSED = 0;
  private static final int ASKED_AFTER_READY = 50;

  @TempDir private Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private LaporProcesses lapor = new LaporProcesses(Path.of("."));

  @BeforeEach
  void begin() {
    lapor = new LaporProcesses(folder);
  }

  @AfterEach
  void endAll() {
    lapor.close();
  }

  @Test
  void aPortThatIsAskedWhileItBootsRefusesOrAnswersAsEverAfter() throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    int port = freePort();
    sample.replace("port: 0", "port: " + port);
    Process process = lapor.start("run", "run", "--config", sample.file().toString());

    List<Integer> told = new ArrayList<>();
    int answered = 0;
    while (answered < ASKED_AFTER_READY && process.isAlive()) {
      int status = ask(port);
      answered += status == REFUSED ? 0 : 1;
      if (told.isEmpty() || told.get(told.size() - 1) != status) {
        told.add(status);
      }
    }

    assertThat(told).as("each change of what the port says").containsExactly(REFUSED, 401);
  }

  private int ask(int port) throws Exception {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/portal"))
                  .header("Content-Type", "application/json")
                  .timeout(Duration.ofSeconds(10))
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return REFUSED;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Not even root may write there, so that the test tells the same for everybody. */
  @ParameterizedTest
  @ValueSource(strings = {"mapping.yaml/lapor.db", "/proc/lapor/lapor.db", "/sys/lapor.db", "."})
  void aStoreThatCannotBeWrittenIsToldInOneLine(String path) throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("{path: store/lapor.db}", "{path: " + path + "}");
    sample.replace("store/lapor.db.keys", "keys");

    Process process = lapor.start("run", "run", "--config", sample.file().toString());

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(lapor.said("run")).isEqualTo(74);
    assertThat(lapor.said("run")).startsWith("error[store.unavailable]: ").hasLineCount(1);
  }
}
