package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process ends without warning at each step of its work. What is started again is the same
 * program, in this process: it finds what the dead one has left.
 */
@Tag("F2")
@Tag("C15")
@Tag("slow")
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {
  private static final boolean THOROUGH = Boolean.getBoolean("lapor.thorough");
  private static final int KILLED = 137;
  private static final TrackingId COMPLAINT = new TrackingId(CrashingProcess.COMPLAINT);
  @TempDir private Path folder;

  /** What stands where after the end of a process. */
  private record Found(boolean kept, List<State> entries, int tickets, long parkings) {}

  private static String url(String database) {
    return database.equals("sqlite")
        ? ""
        : Objects.requireNonNull(PostgresServer.newSchema().getUrl());
  }

  private JdbcStore read(String url) {
    Sealer sealer = KeysetSealer.ofFile(folder.resolve("keys"));
    return url.isEmpty()
        ? JdbcStore.sqliteReadOnly(folder.resolve("lapor.db"), sealer)
        : JdbcStore.postgresReadOnly(CrashingProcess.source(url), sealer);
  }

  private Found found(String url) throws IOException {
    Path ledger = CrashingProcess.ledger(folder);
    int tickets = Files.exists(ledger) ? Files.readAllLines(ledger).size() : 0;
    try (JdbcStore store = read(url)) {
      return store.read(
          tx ->
              new Found(
                  store.inbox().find(tx, "portal.webhook", CrashingProcess.EVENT).isPresent(),
                  store.outboxView().entriesOf(tx, COMPLAINT).stream()
                      .map(OutboxView.Row::state)
                      .toList(),
                  tickets,
                  store.audit().about(tx, COMPLAINT.value()).stream()
                      .filter(entry -> entry.action() == Action.PARKED)
                      .count()));
    }
  }

  /** Half a minute later, but for the waiting; a SQLite file is its process's alone anyway. */
  private static void leasesRunOut(String url) throws SQLException {
    if (!url.isEmpty()) {
      try (Connection connection = CrashingProcess.source(url).getConnection();
          Statement statement = connection.createStatement()) {
        String ended = "update lapor_outbox set lease_until = 0 where state in (1, 5)";
        assertThat(statement.executeUpdate(ended)).isEqualTo(1);
      }
    }
  }

  /** Runs it until it dies; gives what it said. */
  private List<String> dies(CrashStep step, String url) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(CrashingProcess.class.getName());
    command.addAll(List.of(folder.toString(), step.name()));
    if (!url.isEmpty()) {
      command.add(url);
    }
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    try {
      List<String> said = process.inputReader(UTF_8).lines().toList();
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(KILLED);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> again(boolean push, String url) throws Exception {
    return CrashingProcess.run(folder, CrashStep.NEVER, push, url);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @Tag("C1")
  @CsvSource({
    "RECEIVED, sqlite",
    "RECEIVED, postgres",
    "BEFORE_COMMIT, sqlite",
    "BEFORE_COMMIT, postgres"
  })
  void what_was_not_committed_was_not_acknowledged_and_has_its_effect_when_it_comes_again(
      CrashStep step, String database) throws Exception {
    String url = url(database);

    assertThat(dies(step, url)).isEmpty();
    assertThat(found(url)).isEqualTo(new Found(false, List.of(), 0, 0));

    assertThat(again(true, url)).containsExactly("acknowledged", "done");
    assertThat(found(url)).isEqualTo(new Found(true, List.of(State.DONE), 1, 0));
    Happened.times("F2", 1, "a process dead at " + step + " on " + database);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @Tag("C3")
  @CsvSource({"COMMITTED, sqlite", "COMMITTED, postgres"})
  void what_was_committed_has_one_effect_though_the_sender_was_not_told_and_tells_it_again(
      CrashStep step, String database) throws Exception {
    String url = url(database);

    assertThat(dies(step, url)).isEmpty();
    Found crashed = found(url);
    assertThat(crashed.kept()).isTrue();
    assertThat(crashed.entries()).hasSize(1).containsAnyOf(State.WAITING, State.SENDING);
    assertThat(crashed.tickets()).isZero();

    assertThat(again(true, url)).containsExactly("acknowledged", "done");
    assertThat(found(url)).isEqualTo(new Found(true, List.of(State.DONE), 1, 0));
    Happened.times("F2", 1, "a process dead at " + step + " on " + database);
  }

  @ParameterizedTest(name = "{0} on {1}: {2} tickets")
  @Tag("C7")
  @CsvSource({
    "CLAIMED, sqlite, 0",
    "CLAIMED, postgres, 0",
    "BEFORE_SEND, sqlite, 0",
    "BEFORE_SEND, postgres, 0",
    "SENT, sqlite, 1",
    "SENT, postgres, 1"
  })
  void what_was_under_way_is_looked_up_and_has_one_effect(
      CrashStep step, String database, int tickets) throws Exception {
    String url = url(database);

    List<String> unused = dies(step, url);
    assertThat(found(url)).isEqualTo(new Found(true, List.of(State.SENDING), tickets, 0));
    if (!THOROUGH || step != CrashStep.SENT) { // by night one waits for its lease to end by itself
      leasesRunOut(url);
    }

    assertThat(again(false, url)).containsExactly("done");
    assertThat(found(url)).isEqualTo(new Found(true, List.of(State.DONE), 1, 0));
    Happened.times("F2", 1, "a process dead at " + step + " on " + database);
  }

  @ParameterizedTest(name = "on {0}")
  @Tag("C12")
  @CsvSource({"sqlite", "postgres"})
  void what_was_about_to_be_parked_is_parked_once(String database) throws Exception {
    String url = url(database);
    Files.createFile(folder.resolve("refuses"));

    List<String> unused = dies(CrashStep.PARKING, url);
    assertThat(found(url)).isEqualTo(new Found(true, List.of(State.SENDING), 0, 0));
    leasesRunOut(url);

    assertThat(again(false, url)).containsExactly("done");
    assertThat(found(url)).isEqualTo(new Found(true, List.of(State.PARKED), 0, 1));
    Happened.times("F2", 1, "a process dead at PARKING on " + database);
  }
}
