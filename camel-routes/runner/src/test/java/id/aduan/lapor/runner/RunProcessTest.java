package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.admin.AdminFile;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as an agency starts and stops it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunProcessTest {
  @TempDir private Path folder;
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
  @Tag("C19")
  @Tag("F10")
  @Tag("S25")
  void itStartsServesKeepsItsStoreToItselfAndStopsWell() throws Exception {
    String config = SampleConfig.in(folder).file().toString();
    Process first = lapor.start("first", "run", "--config", config);
    BufferedReader out = first.inputReader(UTF_8);
    URI address = LaporProcesses.readyAt(out);

    assertThat(push(address).statusCode()).isEqualTo(202);
    assertItListensWhereItWasToldAndNowhereElse(first, address);
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

  private static HttpResponse<String> push(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(SampleConfig.webhook(address, "msg_1", "9100001"), BodyHandlers.ofString());
  }

  private void assertSecondIsRefused(String config, long owner) throws Exception {
    Process second = lapor.start("second", "run", "--config", config);
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(75);
    assertThat(Files.readString(folder.resolve("second.err")))
        .startsWith("error[store.locked]: ")
        .contains("is locked by pid " + owner + ";")
        .hasLineCount(1);
    Happened.times("F10", 1, "a second process on one store");
  }

  private void assertStatusIsReadBeside(String config) throws Exception {
    Process status = lapor.start("status", "status", "--lang", "en", "--config", config);
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
