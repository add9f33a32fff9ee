package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.admin.AdminFile;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.yaml.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answers a command: the connector that runs, or the store. */
@Tag("S23")
class RunningAnswersTest {
  /** The store is read at the shell's own time; a running connector has the real one. */
  private static final String OF_THE_STORE = "\"at\" : \"" + Shell.NOW + "\"";

  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));
  private Path file = Path.of("");

  @BeforeEach
  void prepare() {
    sample = SampleConfig.in(folder);
    file = ConfigFile.whereabouts(sample.file()).store().notice();
  }

  private RunningConnector start() {
    LateTransport transport = new LateTransport();
    return RunningConnector.start(sample.load(transport), transport);
  }

  private void status() {
    assertThat(shell.run("status", "--json", "--config", "" + sample.file())).isZero();
    assertThat(shell.out()).contains("\"cases\" : 0", "\"target\" : \"dishub\"");
  }

  @Test
  void aRunningConnectorAnswersItself() {
    try (RunningConnector running = start()) {
      assertThat(running.address()).isPresent();
      assertThat(file).exists();
      status();
      assertThat(shell.out()).doesNotContain(OF_THE_STORE);
      assertThat(shell.err()).isEmpty();

      assertThat(shell.run("show", "9100001", "--config", "" + sample.file())).isEqualTo(65);
      assertThat(shell.err()).startsWith("error[case.unknown]: ").hasLineCount(1);
    }
  }

  @Test
  void afterAStopTheStoreIsRead() {
    start().close();

    assertThat(file).doesNotExist();
    status();
    assertThat(shell.out()).contains(OF_THE_STORE);
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftIsPassedBy() throws Exception {
    start().close();
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    leave(dead.pid(), URI.create("http://127.0.0.1:1"));

    status();

    assertThat(shell.out()).contains(OF_THE_STORE);
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void aFileOfAnotherFormIsPassedBy() throws Exception {
    start().close();
    Files.writeString(file, "{\"pid\": 1");

    status();

    assertThat(shell.out()).contains(OF_THE_STORE);
  }

  @Test
  void whereNobodyListensTheStoreIsRead() throws Exception {
    start().close();
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    leave(ProcessHandle.current().pid(), URI.create("http://127.0.0.1:" + free));

    assertTheStoreIsReadWithANote();
  }

  /** Takes connections and never answers. */
  @Test
  void whoeverIsSilentIsNotWaitedForLong() throws Exception {
    start().close();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      leave(ProcessHandle.current().pid(), URI.create("http://127.0.0.1:" + silent.getLocalPort()));

      assertTheStoreIsReadWithANote();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "200, <html>",
        "200, {}",
        "200, `{\"product\": \"lapor\", \"pid\": 1}`",
        "200, `{\"product\": \"other\", \"pid\": PID}`",
        "401, {}",
        "302, {}",
        "500, {}"
      })
  void whoeverElseAnswersIsNotBelieved(int status, String body) throws Exception {
    start().close();
    HttpServer foreign =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    byte[] bytes =
        body.replace("PID", "" + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    foreign.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://192.0.2.1/");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    foreign.start();
    try {
      leave(
          ProcessHandle.current().pid(),
          URI.create("http://127.0.0.1:" + foreign.getAddress().getPort()));

      assertTheStoreIsReadWithANote();
    } finally {
      foreign.stop(0);
    }
  }

  private void assertTheStoreIsReadWithANote() {
    status();
    assertThat(shell.out()).contains(OF_THE_STORE);
    assertThat(shell.err())
        .startsWith("note: ")
        .contains("; the store is read instead")
        .hasLineCount(1)
        .doesNotContain("ZZSEC");
  }

  private void leave(long pid, URI address) throws IOException {
    new AdminFile(pid, address, Secret.of("ZZSEC-" + "x".repeat(32))).write(file);
  }
}
