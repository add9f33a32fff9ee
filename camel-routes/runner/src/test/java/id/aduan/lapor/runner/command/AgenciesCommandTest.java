package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      assertThat(list("en")).contains("dishub  paused, since", "by ops: works until Friday");
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
  void whatThereIsNotIsRefusedAndNothingChanges() {
    start().close();
    assertThat(order("pause", "nobody", "why")).isEqualTo(65);
    assertThat(shell.err()).startsWith("error[agency.order]: ").hasLineCount(1);
    assertThat(order("pause", "../x", "why")).isEqualTo(64);
    assertThat(order("pause", "dishub", "two\nlines")).isEqualTo(65);
    assertThat(shell.run("agencies", "pause", "dishub", "--config", "" + sample.file()))
        .isEqualTo(64);
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(order("pause", "nobody", "why")).isEqualTo(65);
      assertThat(shell.err()).startsWith("error[agency.order]: ").hasLineCount(1);
      assertThat(list("en")).doesNotContain("paused");
    }
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
