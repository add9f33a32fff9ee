package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.delivery.State;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program is told to stop while it works. */
@Tag("C19")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopProcessTest {
  private static final String HEAD = "POST /webhooks/portal HTTP/1.1\r\nHost: x\r\n";

  private final Path folder;
  private final TicketStub agency;
  private final LaporProcesses lapor;
  private final String config;

  StopProcessTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    agency = new TicketStub();
    lapor = new LaporProcesses(folder);
    config = SampleConfig.of(folder, agency.baseUri()).file().toString();
  }

  @AfterEach
  void endAll() {
    lapor.close();
    agency.close();
  }

  private Process start(String name) throws IOException {
    return lapor.start(name, "run", "--config", config);
  }

  private static void terminate(Process process) {
    process.toHandle().destroy(); // unlike destroy(), it leaves our end of the streams open
  }

  private static void assertEndsWell(Process process) throws InterruptedException {
    assertThat(process.waitFor(25, TimeUnit.SECONDS)).as("ended within 25 s").isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  @Tag("F4")
  void underLoadItEndsAndLosesNothingThatItAcknowledged() throws Exception {
    Process first = start("first");
    try (WebhookLoad load = new WebhookLoad(LaporProcesses.readyAt(first), 12)) {
      await().until(() -> load.acknowledged().size() > 200);

      terminate(first);
      long stopping = System.nanoTime();
      assertEndsWell(first);

      load.end();
      assertThat(load.statuses()).isSubsetOf(202, 429, 503);
      assertThat(load.lastAcknowledgedAt() - stopping).isLessThan(Duration.ofSeconds(1).toNanos());
      assertThat(load.acknowledged()).doesNotHaveDuplicates();

      LaporProcesses.readyAt(start("second"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> agency.stored().containsAll(load.acknowledged()));
      assertThat(agency.stored()).doesNotHaveDuplicates();
      Happened.times("F4", 1, "SIGTERM under load");
    }
  }

  @Test
  @Tag("F5")
  @Tag("slow")
  void aFarEndThatNeverAnswersDoesNotHoldItUp() throws Exception {
    agency.beSilent(true);
    Process first = start("first");
    URI address = LaporProcesses.readyAt(first);
    push(address, "msg_1", "9100001");
    await().until(() -> agency.stored().size() == 1);

    terminate(first);
    await().atMost(Duration.ofSeconds(1)).until(() -> isRefused(address));
    assertEndsWell(first);

    agency.beSilent(false);
    URI again = LaporProcesses.readyAt(start("second"));
    push(again, "msg_2", "9100002");
    await().until(() -> agency.stored().contains("9100002"));
    await().atMost(Duration.ofSeconds(30)).until(this::isSettled);
    assertThat(agency.stored()).containsExactlyInAnyOrder("9100001", "9100002");
    Happened.times("F5", 1, "a stop while a call did not end");
  }

  @Test
  void aRequestThatComesDuringTheStopIsAskedToComeAgain() throws Exception {
    Process process = start("first");
    URI address = LaporProcesses.readyAt(process);
    try (Socket underWay = connect(address);
        Socket late = connect(address)) {
      say(underWay, HEAD + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{");
      say(late, HEAD);
      // One that comes behind them is answered: what they said has been heard by then.
      try (Socket behind = connect(address)) {
        say(
            behind,
            HEAD
                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(readAll(behind)).startsWith("HTTP/1.1 401 ");
      }

      terminate(process);
      await().atMost(Duration.ofSeconds(1)).until(() -> isRefused(address));
      say(late, "Content-Length: 0\r\n\r\n");

      assertThat(readAll(late))
          .startsWith("HTTP/1.1 503 ")
          .contains("Retry-After: 30\r\n", "Connection: close\r\n", "\"store.unavailable\"");
      say(underWay, "}");
      assertThat(readAll(underWay)).startsWith("HTTP/1.1 401 ");
    }
    assertEndsWell(process);
  }

  @Test
  void aSecondSignalEndsItAtOnce() throws Exception {
    agency.beSilent(true);
    Process process = start("first");
    URI address = LaporProcesses.readyAt(process);
    push(address, "msg_1", "9100001");
    await().until(() -> agency.stored().size() == 1);

    terminate(process);
    await().until(() -> isRefused(address));
    assertThat(process.isAlive()).isTrue();
    terminate(process);

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  /** Both entries are delivered or looked up, as the store beside the process tells. */
  private boolean isSettled() {
    Path file = folder.resolve("store/lapor.db");
    try (JdbcStore store =
        JdbcStore.sqliteReadOnly(file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)))) {
      return store.read(
          tx ->
              store.outboxView().counts(tx).stream()
                  .allMatch(count -> count.state() == State.DONE));
    }
  }

  private static void push(URI address, String event, String complaint) throws Exception {
    assertThat(
            HttpClient.newHttpClient()
                .send(SampleConfig.webhook(address, event, complaint), BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(202);
  }

  private static Socket connect(URI address) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static boolean isRefused(URI address) {
    try (Socket socket = connect(address)) {
      return !socket.isConnected();
    } catch (IOException e) {
      return true;
    }
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
