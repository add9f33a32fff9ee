package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** masters, against the simulator. */
class MastersCommandTest {
  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private PortalSimulator far;
  private SampleConfig sample;

  @BeforeEach
  void open() throws IOException {
    far =
        PortalSimulator.start(
            PortalSettings.defaults()
                .withCredentials(
                    new PortalCredentials(
                        "Authorization",
                        "Bearer " + SampleConfig.ENVIRONMENT.get("AUTH"),
                        "" + SampleConfig.ENVIRONMENT.get("TOKEN"))));
    sample = SampleConfig.in(folder);
    sample.replace(
        "baseUri: http://127.0.0.1:1/lapor", "profile: simulator\n  baseUri: " + far.baseUri());
  }

  @AfterEach
  void close() {
    far.close();
  }

  private int run(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "masters";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--config";
    all[words.length + 2] = sample.file().toString();
    return shell.run(all);
  }

  @Test
  void institutionsAreListedByNumberAndName() {
    assertThat(run("institutions")).isZero();
    assertThat(shell.out().lines()).anyMatch(it -> it.matches("12938 +Pemerintah .*"));

    assertThat(run("templates", "--json")).isZero();
    assertThat(shell.out()).contains("\"reply_lmw\"");
  }

  @Test
  void topicsAreOfTheOlderWireAlone() throws IOException {
    assertThat(run("topics")).isEqualTo(64);
    assertThat(shell.err()).contains("the portal's profile knows no list of topics");

    sample.replace("profile: simulator", "profile: stream");
    sample.replace(far.baseUri().toString(), far.pageUri().resolve("/api").toString());
    assertThat(Files.readString(sample.file())).contains("profile: stream");
    assertThat(run("topics")).isZero();
    assertThat(shell.out().lines()).isNotEmpty();
  }
}
