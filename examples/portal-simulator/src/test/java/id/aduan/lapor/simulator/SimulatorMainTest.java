package id.aduan.lapor.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final SimulatorMain main =
      new SimulatorMain(
          new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), stopped);

  @Test
  void itPrintsItsAddressesAndRunsUntilStopped() throws Exception {
    var run = CompletableFuture.supplyAsync(() -> run("--port", "0"));

    await().until(() -> out.toString(UTF_8).contains("push off"));
    stopped.countDown();

    assertThat(run.get()).isZero();
    assertThat(out.toString(UTF_8))
        .containsPattern("page http://127.0.0.1:\\d+/\\R")
        .containsPattern("api  http://127.0.0.1:\\d+/lapor/3.0.0\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port,x",
        "--port,70000",
        "--port",
        "--what",
        "--webhook,nowhere",
        "--secret-env,UNSET",
        "--wire,paging",
        "--wire,paging=up",
        "--wire,moon=yes",
        "--officers,5",
        "--officers,PT0S",
        "--generate,many",
        "--assign-to,1",
        "--seed,-1"
      })
  void wrongUsageIsOneLineAndExit64(String arguments) {
    int exit = run(arguments.split(",", -1));

    assertThat(exit).isEqualTo(64);
    assertThat(err.toString(UTF_8).lines()).hasSize(1);
  }

  @Test
  void aTakenPortIsOneLineAndExit69() {
    try (var portal = PortalSimulator.start(PortalSettings.defaults())) {
      int exit = run("--port", String.valueOf(portal.pageUri().getPort()));

      assertThat(exit).isEqualTo(69);
      assertThat(err.toString(UTF_8).lines()).singleElement().asString().endsWith("is in use");
    }
  }

  @Test
  void everyOptionIsObeyed() {
    String[] args = {
      "--wire", "paging=cursor", "--wire", "list=no", "--assign-to", "14627", "--generate", "3",
      "--officers", "PT5S", "--seed", "42", "--control", "--webhook", "http://127.0.0.1:1/x",
          "--thin"
    };

    CommandLine line = CommandLine.parse(args, Map.of(), 1);

    PortalSettings settings = line.settings();
    assertThat(settings.wire())
        .isEqualTo(WireSettings.DEFAULT.with("paging", "cursor").with("list", "no"));
    assertThat(settings.pageInstitutionId()).isEqualTo(14627);
    assertThat(settings.seed()).isEqualTo(42);
    assertThat(settings.control()).isEqualTo(PortalSettings.Control.LOOPBACK);
    assertThat(settings.push().thin()).isTrue();
    assertThat(line.generate()).isEqualTo(3);
    assertThat(line.officers()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void itBeginsWithComplaintsAndTellsItsSeed() throws Exception {
    var run =
        CompletableFuture.supplyAsync(() -> run("--port", "0", "--generate", "2", "--control"));

    await().until(() -> out.toString(UTF_8).contains("push off"));
    stopped.countDown();

    assertThat(run.get()).isZero();
    assertThat(out.toString(UTF_8))
        .containsPattern("seed \\d+\\R")
        .containsPattern("control http://127.0.0.1:\\d+/control \\(from this machine\\)\\R")
        .contains("9200002 COMPLAINT_FILED ");
  }

  @Test
  void helpIsNoMistake() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--webhook URI");
  }

  @Test
  void theSecretComesFromTheEnvironment() {
    String[] args = {"--webhook", "http://127.0.0.1:1/x", "--secret-env", "S"};

    CommandLine line =
        CommandLine.parse(args, Map.of("S", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"), 1);

    assertThat(line.settings().push().secret()).startsWith("whsec_MDEy");
    assertThat(line.settings().toString()).doesNotContain("MDEy");
  }

  private int run(String... args) {
    return main.run(args, Map.of());
  }
}
