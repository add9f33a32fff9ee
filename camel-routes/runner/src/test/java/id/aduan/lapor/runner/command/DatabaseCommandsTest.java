package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.cluster.Postgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every command on a store in PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseCommandsTest {
  private static final String PLACE = "{path: store/lapor.db}";
  private final Postgres database = new Postgres();
  private Shell shell = new Shell();
  private SampleConfig sample = SampleConfig.in(Path.of(System.getProperty("java.io.tmpdir")));

  DatabaseCommandsTest() throws IOException {}

  /** A connector has run on it, and took one complaint. */
  @BeforeAll
  void fill(@TempDir Path folder) throws Exception {
    sample = SampleConfig.in(folder);
    sample.replace(PLACE, place(database.url(), "DB_PASSWORD"));
    sample.replace("{keys: store/lapor.db.keys}", "{keys: lapor.keys}");
    LateTransport transport = new LateTransport();
    try (RunningConnector running = RunningConnector.start(sample.load(transport), transport)) {
      int status =
          HttpClient.newHttpClient()
              .send(
                  SampleConfig.webhook(running.address().orElseThrow(), "msg_1", "9100001"),
                  BodyHandlers.discarding())
              .statusCode();
      assertThat(status).isEqualTo(202);
      assertThat(run("status")).as("asked of the running connector").isZero();
      assertThat(Files.exists(folder.resolve("lapor.yaml.admin"))).isTrue();
    }
    assertThat(Files.exists(folder.resolve("lapor.yaml.admin"))).isFalse();
  }

  @AfterAll
  void end() throws IOException {
    database.close();
  }

  @BeforeEach
  void newShell() {
    shell = new Shell();
  }

  private static String place(String url, String variable) {
    return "{postgres: {url: \"%s\", user: postgres, password: \"${env:%s}\"}}"
        .formatted(url, variable);
  }

  private int run(String... words) {
    String[] line = java.util.Arrays.copyOf(words, words.length + 2);
    line[words.length] = "--config";
    line[words.length + 1] = sample.file().toString();
    return shell.run(line);
  }

  /** What a change of the configuration makes of a command. */
  private int runWith(String right, String wrong, String... words) {
    sample.replace(right, wrong);
    try {
      return run(words);
    } finally {
      sample.replace(wrong, right);
    }
  }

  @Test
  void theStoreIsReadByEveryCommandThatReadsOne() {
    assertThat(run("status", "--lang", "en")).isZero();
    assertThat(shell.out()).contains("1 complaints kept");
    assertThat(run("show", "9100001")).isZero();
    assertThat(run("parked", "list")).isZero();
    assertThat(run("store", "verify")).isZero();
    assertThat(shell.out()).contains("no damage");
    assertThat(run("audit", "verify")).isZero();
    assertThat(run("validate")).isZero();
    assertThat(shell.out()).contains("store postgresql://127.0.0.1:").doesNotContain("password");
  }

  @Test
  void aCopyIsThatOfTheDatabasesOwnProgram() {
    assertThat(run("store", "backup", "copy.db")).isEqualTo(64);
    assertThat(shell.err())
        .startsWith("error[backup.database]: the store is in a database, postgresql://127.0.0.1:")
        .contains("pg_dump")
        .hasLineCount(1);
  }

  @Test
  void checkTellsOfTheConnectionTheSettingsAndTheTables() {
    run("check");

    assertThat(shell.out())
        .contains("store (postgresql://127.0.0.1:")
        .containsPattern("connect +ok +PostgreSQL \\d+.*, schema public")
        .containsPattern("durable +ok +fsync and full_page_writes are on")
        .containsPattern("tables +ok +v\\d+");
  }

  @Test
  @Tag("S16")
  void aWrongPasswordIsToldWithoutIt() {
    String right = place(database.url(), "DB_PASSWORD");

    // The server of the tests lets everybody in by password or without: another user it does not.
    int exit = runWith(right, right.replace("user: postgres", "user: nobody"), "status");

    assertThat(exit).isEqualTo(74);
    assertThat(shell.err()).startsWith("error[store.unavailable]: ").hasLineCount(1);
    assertThat(shell.err() + shell.out()).doesNotContain("DB_PASSWORD", "Exception");
  }

  @Test
  void aPasswordThatIsNotSetIsAFaultOfTheConfigurationThatNamesTheVariable() {
    String right = place(database.url(), "DB_PASSWORD");

    assertThat(runWith(right, place(database.url(), "NOT_SET"), "status")).isEqualTo(78);
    assertThat(shell.err())
        .contains("'password' needs the environment variable NOT_SET, which is not set");
  }

  @Test
  void aDatabaseThatIsNotThereIsToldInOneLine() {
    String right = place(database.url(), "DB_PASSWORD");
    String wrong = right.replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:1");

    assertThat(runWith(right, wrong, "status")).isEqualTo(74);
    assertThat(shell.err())
        .startsWith("error[store.unavailable]: the database cannot be reached (state 08001)")
        .hasLineCount(1);
    runWith(right, wrong, "check");
    assertThat(shell.out()).containsPattern("connect +FAILED +store.unavailable: the database can");
  }

  @Test
  void withoutTheKeysNothingIsRead() {
    assertThat(runWith("{keys: lapor.keys}", "{keys: other.keys}", "status")).isEqualTo(66);
    assertThat(shell.err()).startsWith("error[keys.missing]: ");
  }
}
