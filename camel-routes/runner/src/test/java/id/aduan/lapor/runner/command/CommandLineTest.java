package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.runner.SampleConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          64 | status --secret ZZSEC-1       | error[usage.secret]: '--secret': a secret is never taken
          64 | status --secret=ZZSEC-1       | error[usage.secret]: '--secret': a secret is never taken
          64 | --token ZZSEC-1 status        | error[usage.secret]: '--token': a secret is never taken
          64 | run --PASSWORD=ZZSEC-1        | error[usage.secret]: '--PASSWORD': a secret is never taken
          64 | run --portal-token=ZZSEC-1    | error[usage.secret]: '--portal-token': a secret is never
          64 | run -password ZZSEC-1         | error[usage.secret]: '-password': a secret is never taken
          64 | check --api-key ZZSEC-1       | error[usage.secret]: '--api-key': a secret is never taken
          64 | validate --config             | error[usage]: Missing required parameter for option '--config'
          64 | validate --config a --config b | error[usage]: option '--config' (FILE) should be specified
          64 | run --port 99999              | error[usage]: unknown option '--port'
          64 | run --port -1                 | error[usage]: unknown option '--port'
          64 | run --port abc                | error[usage]: unknown option '--port'
          64 | status --json --json          | error[usage]: option '--json' should be specified only once
          64 | show 9100001 --lang id --lang en | error[usage]: option '--lang' (id|en) should be specified
          64 | parked                        | error[usage]: Missing required subcommand
          64 | store                         | error[usage]: Missing required subcommand
          64 | store backup                  | error[usage]: Missing required parameter: 'FILE'
          64 | audit verify --head           | error[usage]: Missing required parameter for option '--head'
          64 | schema portal                 | error[usage]: there is no such schema in this version
          64 | profile sp4n-v9               | error[usage]: there is no such profile in this version
          64 | masters users                 | error[usage]: there is no such list
          64 | demo                          | error[usage]: 'demo' comes with the source checkout
          66 | validate --config /no/lapor   | error[config.missing]: the configuration /no/lapor does not
          66 | run --config /tmp             | error[config.missing]: the configuration /tmp is a directory
          66 | check --config /no/lapor      | error[config.missing]: the configuration /no/lapor does not
          66 | store verify --config /no/l   | error[config.missing]: the configuration /no/l does not
          66 | store backup x --config /no/l | error[config.missing]: the configuration /no/l does not
          66 | audit verify --config /no/l   | error[config.missing]: the configuration /no/l does not
          66 | parked list --config /no/l    | error[config.missing]: the configuration /no/l does not
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
      strings = {
        "--help",
        "help",
        "run --help",
        "validate --help",
        "check --help",
        "status --help",
        "show --help",
        "parked --help",
        "parked list --help",
        "parked show --help",
        "store --help",
        "store verify --help",
        "store backup --help",
        "audit --help",
        "audit verify --help",
        "schema --help"
      })
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
        .contains(
            "run", "validate", "check", "status", "show", "parked", "store", "audit", "schema")
        .contains("demo", "simulator", "help");
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
    sample.replace("institution", "instansi");
    sample.replace("port: 0", "port: -1");

    assertThat(shell.run("validate", "--config", "" + sample.file())).isEqualTo(78);
    assertThat(shell.err())
        .hasLineCount(4)
        .contains(sample.file() + ":6:3: unknown key: 'instansi'")
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

  @ParameterizedTest(name = "host {0}")
  @ValueSource(strings = {"no-such-host.invalid", "300.1.1.1"})
  void aHostThatNobodyKnowsIsOneLineAndExit69(String host) {
    SampleConfig sample = SampleConfig.in(folder);
    sample.replace("host: 127.0.0.1", "host: " + host);

    assertThat(shell.run("run", "--config", "" + sample.file())).isEqualTo(69);

    assertThat(shell.err()).startsWith("error[http.listen]: ").hasLineCount(1);
  }

  /** The variable is named, its value never. */
  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AUTH  | <unset>                | needs the environment variable AUTH, which is not set
          AUTH  | <empty>                | needs the environment variable AUTH, which is empty
          TOKEN | ZZSEC-1<newline>ZZSEC-2 | 'token' leads to by ${env:TOKEN} cannot stand in an HTTP
          HOOK  | <empty>                | needs the environment variable HOOK, which is empty
          HOOK  | whsec_ZZSEC%%%         | ${env:HOOK}: a webhook secret
          HOOK  | whsec_WlpTRUNaWlNFQ1pa | ${env:HOOK}: a webhook secret
          HOOK  | ZZSEC<newline>         | ${env:HOOK}: a webhook secret
          """)
  void aVariableThatCannotBeUsedIsNamedAndItsValueIsNot(
      String variable, String value, String told) {
    SampleConfig sample = SampleConfig.in(folder);
    Map<String, String> environment = new HashMap<>(SampleConfig.ENVIRONMENT);
    if (value.equals("<unset>")) {
      environment.remove(variable);
    } else {
      environment.put(variable, value.replace("<empty>", "").replace("<newline>", "\n"));
    }

    for (String command : List.of("validate", "run", "check")) {
      assertThat(shell.runIn(environment, command, "--config", "" + sample.file()))
          .as(command)
          .isEqualTo(78);
      assertThat(shell.err()).contains(told).contains("error[config.invalid]: 1 fault");
      assertThat(shell.err() + shell.out()).doesNotContain("ZZSEC", "WlpTRUN");
    }
  }

  @Test
  void aStoreWhereAnybodyMayWriteIsRefused() throws Exception {
    SampleConfig sample = SampleConfig.in(folder);
    Path store = Files.createDirectory(folder.resolve("store"));
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(shell.run("run", "--config", "" + sample.file())).isEqualTo(77);

    assertThat(shell.err()).startsWith("error[store.place]: every user").hasLineCount(1);
    assertThat(store).isEmptyDirectory();
  }

  @Test
  void whatIsAllowedAndUnwiseIsTold() {
    Path shared = Path.of("/tmp/lapor.db");

    assertThat(Precautions.warnings(List.of(folder.resolve("lapor.db")), Map.of()))
        .noneMatch(warning -> warning.contains("make files"));
    assertThat(
            Precautions.warnings(
                List.of(shared),
                Map.of(
                    "JAVA_TOOL_OPTIONS",
                    "-agentlib:jdwp=transport=dt_socket,server=y,address=ZZSEC",
                    "HTTPS_PROXY",
                    "http://ZZSEC@proxy:1")))
        .anyMatch(warning -> warning.startsWith("the store is in /tmp, where every user"))
        .anyMatch(warning -> warning.startsWith("a debug agent is loaded"))
        .anyMatch(warning -> warning.startsWith("HTTP_PROXY and HTTPS_PROXY are not read"))
        .noneMatch(warning -> warning.contains("ZZSEC"));
  }

  @Test
  void aProfileThatShipsIsPrintedToBeCopied() {
    assertThat(shell.run("profile")).isZero();
    assertThat(shell.out().lines()).contains("sp4n-v3", "stream");

    assertThat(shell.run("profile", "sp4n-v3")).isZero();
    assertThat(shell.out()).contains("wire: v3").contains("# C (2.2)");
  }

  @Test
  void theSchemaIsPrintedAsItShips() throws Exception {
    assertThat(shell.run("schema")).isZero();

    assertThat(new ObjectMapper().readTree(shell.out()).path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
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
