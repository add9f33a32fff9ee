package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.SampleConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir private Path folder;
  private final Shell shell = new Shell();

  @ParameterizedTest(name = "lapor {1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          64 | ''                            | error[usage]: a command is missing; see 'lapor --help'
          64 | sjow                          | error[usage]: not understood: 'sjow'; see 'lapor --help'
          64 | --bad                         | error[usage]: unknown option '--bad'; see 'lapor --help'
          64 | show                          | error[usage]: Missing required parameter: 'TRACKING_ID'
          64 | show 1 2                      | error[usage]: not understood: '2'; see 'lapor show --help'
          64 | show x --lang jv              | error[usage]: Invalid value for option '--lang'
          64 | status --secret ZZSEC-1       | error[usage]: unknown option '--secret'; see 'lapor
          64 | status --secret=ZZSEC-1       | error[usage]: unknown option '--secret'; see 'lapor
          64 | validate --config             | error[usage]: Missing required parameter for option '--config'
          64 | validate --config a --config b | error[usage]: option '--config' (FILE) should be specified
          64 | run --port 99999              | error[usage]: unknown option '--port'
          64 | demo                          | error[usage]: 'demo' comes with the source checkout
          66 | validate --config /no/lapor   | error[config.missing]: the configuration /no/lapor does not
          66 | run --config /tmp             | error[config.missing]: the configuration /tmp is a directory
          66 | status --config /no/lapor     | error[config.missing]: the configuration /no/lapor does not
          """)
  void aWrongCommandLineIsToldInOneLine(int exit, String command, String line) {
    String[] args = command.isEmpty() ? new String[0] : command.split(" ");

    assertThat(shell.run(args)).isEqualTo(exit);

    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).startsWith(line).hasLineCount(1).doesNotContain("ZZSEC", "Exception");
  }

  @Test
  void aHugeArgumentIsNotPrintedBack() {
    assertThat(shell.run("x".repeat(100_000) + "\n\u001b[31m")).isEqualTo(64);

    assertThat(shell.err()).hasLineCount(1).hasSizeLessThan(500).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "help", "run --help", "validate --help", "status --help", "show --help"})
  void helpIsToldOnStandardOutputAndEndsWell(String command) {
    assertThat(shell.run(command.split(" "))).isZero();

    assertThat(shell.out()).contains("Usage: lapor");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void helpBesideSomethingWrongIsStillHelp() {
    assertThat(shell.run("show", "--bad", "--help")).isZero();

    assertThat(shell.out()).contains("Usage: lapor show");
  }

  @Test
  void theProgramNamesAllItsCommandsAndItsVersion() {
    shell.run("--help");
    assertThat(shell.out())
        .contains("run", "validate", "status", "show", "demo", "simulator", "help");
    shell.run("--version");
    assertThat(shell.out()).matches("lapor \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @Test
  void aRightConfigurationIsOneLine() {
    SampleConfig sample = SampleConfig.in(folder);

    assertThat(shell.run("validate", "--config", "" + sample.file())).isZero();

    assertThat(shell.out())
        .isEqualTo(
            "%s: no fault; 1 agency, mapping 2026-11-01, webhook and polling, store %s%n"
                .formatted(sample.file(), folder.resolve("store/lapor.db")));
    assertThat(shell.err()).contains("note: ", "is not sealed by TLS");
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void faultsAreToldOnePerLineAndSummedUp() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("institution", "institutions");
    sample.replace("port: 0", "port: -1");

    assertThat(shell.run("validate", "--config", "" + sample.file())).isEqualTo(78);
    assertThat(shell.err())
        .hasLineCount(4)
        .contains(sample.file() + ":6:3: unknown key: 'institutions'")
        .contains("error[config.invalid]: 3 faults in the configuration, listed above;");
    assertThat(shell.run("run", "--config", "" + sample.file())).isEqualTo(78);
    assertThat(shell.run("validate", "--json", "--config", "" + sample.file())).isEqualTo(78);
    assertThat(shell.out()).contains("\"valid\" : false", "\"line\" : 6", "\"column\" : 3");
  }

  @Test
  void thereIsNothingToShowBeforeTheFirstRun() {
    SampleConfig sample = SampleConfig.in(folder);

    assertThat(shell.run("status", "--config", "" + sample.file())).isEqualTo(66);

    assertThat(shell.err()).startsWith("error[store.missing]: ").hasLineCount(1);
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void aPortInUseIsOneLineAndExit69() throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      sample.replace("port: 0", "port: " + taken.getLocalPort());

      assertThat(shell.run("run", "--config", "" + sample.file())).isEqualTo(69);

      assertThat(shell.err())
          .startsWith("error[http.listen]: cannot listen on 127.0.0.1:" + taken.getLocalPort())
          .hasLineCount(1);
    }
  }

  @Test
  @Tag("S23")
  void aPortOfAdministrationInUseIsTheSame() throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      sample.replace("\"port\": 0", "port: " + taken.getLocalPort());

      assertThat(shell.run("run", "--config", "" + sample.file())).isEqualTo(69);

      assertThat(shell.err().lines().reduce("", (before, line) -> line))
          .startsWith("error[http.listen]: cannot listen on 127.0.0.1:" + taken.getLocalPort())
          .contains("change http.admin.host or http.admin.port");
      assertThat(folder.resolve("store/lapor.db.admin")).doesNotExist();
    }
  }

  @Test
  void aHostOfAnotherMachineIsOneLineAndExit69() {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("host: 127.0.0.1", "host: 192.0.2.7");

    assertThat(shell.run("run", "--config", "" + sample.file())).isEqualTo(69);

    assertThat(shell.err()).contains("the host is none of this machine's").hasLineCount(1);
  }

  @Test
  void keysThatAreNoneEndWith78() throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    Files.createDirectory(folder.resolve("store"));
    Files.writeString(folder.resolve("store/lapor.db.keys"), "not a keyset");

    assertThat(shell.run("run", "--config", "" + sample.file())).isEqualTo(78);

    assertThat(shell.err()).startsWith("error[privacy.seal]: ").hasLineCount(1);
  }
}
