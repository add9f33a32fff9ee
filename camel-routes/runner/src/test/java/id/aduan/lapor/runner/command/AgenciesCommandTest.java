package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pausing an agency, by the connector that runs or on its store. */
@Tag("C9")
class AgenciesCommandTest {
  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void prepare() {
    sample = SampleConfig.in(folder);
  }

  private RunningConnector start() {
    LateTransport transport = new LateTransport();
    return RunningConnector.start(sample.load(transport), transport);
  }

  private int order(String what, String code, String reason) {
    return shell.run(
        "agencies", what, code, "--reason", reason, "--who", "ops", "--config", "" + sample.file());
  }

  private String list(String language) {
    assertThat(shell.run("agencies", "list", "--lang", language, "--config", "" + sample.file()))
        .isZero();
    return shell.out();
  }

  @Test
  void whatTheRunningConnectorIsToldStandsAfterARestart() {
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(order("pause", "dishub", "works until Friday")).isZero();
      assertThat(shell.err()).isEmpty();
    }
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(list("en"))
          .contains("dishub  paused, since", "by operator:ops: works until Friday");
      assertThat(shell.run("status", "--lang", "id", "--config", "" + sample.file())).isZero();
      assertThat(shell.out()).contains("dijeda, sejak");
    }
  }

  @Test
  void withoutARunningConnectorItIsDoneOnTheStore() {
    start().close();

    assertThat(order("off", "dishub", "opens wrong tickets")).isZero();
    assertThat(list("en")).contains("dishub  switched off");
    assertThat(order("resume", "dishub", "mended")).isZero();
    assertThat(list("id")).contains("dishub  berjalan", "portal-read  berjalan");
  }

  @Test
  void aWayOfMessagesIsPausedOnTheStoreToo() {
    start().close();

    assertThat(order("pause", "notify-email", "the mail server moves")).isZero();
    assertThat(list("en")).contains("notify-email  paused, since", "the mail server moves");
  }

  @Test
  void whatThereIsNotIsRefusedAndNothingChanges() {
    start().close();
    assertThat(order("pause", "nobody", "why")).isEqualTo(65);
    assertThat(shell.err()).startsWith("error[agency.order]: ").hasLineCount(1);
    assertThat(order("pause", "../x", "why")).isEqualTo(64);
    assertThat(order("pause", "dishub", "two\nlines")).isEqualTo(64);
    assertThat(shell.run("agencies", "pause", "dishub", "--config", "" + sample.file()))
        .isEqualTo(64);
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(order("pause", "nobody", "why")).isEqualTo(65);
      assertThat(shell.err()).startsWith("error[agency.order]: ").hasLineCount(1);
      assertThat(list("en")).doesNotContain("paused");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "configuration of mine, why",
    "'', why",
    "a/b, why",
    "ops, ''",
    "ops, ' '",
    "ops, a\u202Eb",
    "ops, a\u2028b"
  })
  void whoAndWhyAreAsTheyAreForWhatIsParked(String who, String reason) throws Exception {
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(
              shell.run(
                  "agencies",
                  "pause",
                  "dishub",
                  "--reason",
                  reason,
                  "--who",
                  who,
                  "--config",
                  "" + sample.file()))
          .isEqualTo(64);
      assertThat(shell.err()).startsWith("error[usage]: ").hasLineCount(1);
      assertThat(list("en")).doesNotContain("paused");
    }
  }

  @Test
  void nobodyActsInTheNameOfTheConfigurationAndWhoCalledSudoIsNamed() {
    start().close();
    Map<String, String> environment = new HashMap<>(SampleConfig.ENVIRONMENT);
    environment.put("SUDO_USER", "configuration");
    String[] pause = {
      "agencies", "pause", "dishub", "--reason", "agencies.dishub.paused", "--config", ""
    };
    pause[6] += sample.file();

    assertThat(shell.runIn(environment, pause)).isZero();
    assertThat(list("en")).contains("by operator:configuration: ");
  }

  @Test
  void whatIsSwitchedOffStaysSoWhateverTheConfigurationSays() {
    sample.replace("    adapter: rest\n", "    adapter: rest\n    paused: false\n");
    start().close();
    assertThat(order("off", "dishub", "opens wrong tickets")).isZero();
    start().close();
    assertThat(list("en")).contains("dishub  switched off", "by operator:ops: opens wrong tickets");
    assertThat(order("resume", "dishub", "mended")).isZero();
    assertThat(list("en")).contains("dishub  running");
  }

  @Test
  void theConfigurationDecidesAtTheStartWhereItSaysSomething() {
    start().close();
    sample.replace("    adapter: rest\n", "    adapter: rest\n    paused: true\n");
    start().close();
    assertThat(list("en")).contains("dishub  paused", "by configuration: agencies.dishub.paused");
    sample.replace("    paused: true\n", "");
    start().close();
    assertThat(list("en")).contains("dishub  paused");
    sample.replace("    adapter: rest\n", "    adapter: rest\n    paused: false\n");
    start().close();
    assertThat(list("en")).contains("dishub  running");
  }
}
