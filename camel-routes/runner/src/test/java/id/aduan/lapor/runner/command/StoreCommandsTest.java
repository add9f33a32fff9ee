package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** store and audit, beside the owner of the store. */
class StoreCommandsTest {
  @TempDir private Path folder;
  private final Shell shell = new Shell();
  private String config = "";
  private Path file = Path.of("");
  private JdbcStore owner;

  @BeforeEach
  void fill() {
    config = SampleConfig.in(folder).file().toString();
    file = folder.resolve("store/lapor.db");
    owner = JdbcStore.sqlite(file);
    owner.inTransaction(
        tx -> {
          owner.inbox().add(tx, arrival("e1", new Receipt("in-1", true, "json.depth", "h")));
          for (int i = 0; i < 3; i++) {
            owner
                .audit()
                .append(tx, new AuditEntry(Shell.NOW, "e", Action.RECEIVED, "9100001", "" + i));
          }
          return true;
        });
  }

  @AfterEach
  void close() {
    owner.close();
  }

  private static Arrival arrival(String eventId, Receipt receipt) {
    return new Arrival(
        "portal.webhook", eventId, Shell.NOW, new byte[100], "h", receipt, Optional.empty());
  }

  private int run(String command) {
    return shell.run((command + " --config " + config).split(" "));
  }

  private void tamper(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  @Test
  @Tag("C1")
  void theStatusTellsOfCallbacksThatAreAcknowledgedAndYetToBeApplied() {
    assertThat(run("status --lang en")).isZero();
    assertThat(shell.out()).doesNotContain("yet to be applied");
    owner.inTransaction(
        tx -> {
          owner.inbox().addPending(tx, arrival("e2", new Receipt("in-2", false, "", "h")));
          return true;
        });

    assertThat(run("status --lang en")).isZero();
    assertThat(shell.out()).contains("Callbacks acknowledged and yet to be applied: 1, the oldest");
    assertThat(run("status --json")).isZero();
    assertThat(shell.out()).containsPattern("\"pending\" : \\{\\s+\"entries\" : 1");
  }

  @Test
  @Tag("C20")
  void aSoundStoreIsOneLineAnd0() {
    assertThat(run("store verify")).isZero();

    assertThat(shell.out()).matches("store v\\d+: 4 rows read, no damage\\R");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  @Tag("C20")
  void eachDamagedRowIsALineAndTheEndIs1() throws Exception {
    tamper("update lapor_inbox set code = 'x'");

    assertThat(run("store verify")).isEqualTo(1);

    assertThat(shell.out())
        .hasLineCount(2)
        .contains("damaged: lapor_inbox in-1: does not match its hash", "1 damaged, listed above");
    assertThat(run("store verify --json")).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(shell.out()).at("/listed/0/row").asText())
        .isEqualTo("in-1");
  }

  @Test
  @Tag("C23")
  void theHeadOfTheTrailIsToldAndProvesLaterThatNothingWasCutOff() throws Exception {
    assertThat(run("audit verify")).isZero();
    assertThat(shell.out()).matches("audit trail: 3 entries, whole; head 3:[0-9a-f]{64}\\R");
    String head = shell.out().strip().replaceFirst(".* ", "");

    assertThat(run("audit verify --head " + head)).isZero();
    tamper("drop trigger lapor_audit_no_delete", "delete from lapor_audit where seq = 3");
    assertThat(run("audit verify")).isZero();
    assertThat(run("audit verify --head " + head)).isEqualTo(1);

    assertThat(shell.out())
        .isEqualTo(
            "audit trail of 2 entries: the noted head is entry 3 and the trail ends with 2: its end"
                + " was cut off\n");
  }

  @ParameterizedTest(name = "{0}")
  @Tag("C23")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update lapor_audit set detail = 'x' where seq = 2                      | entry 2 does not
          delete from lapor_audit where seq = 1                                  | entry 2 does not
          update lapor_audit set seq = case seq when 1 then 9 else seq end       | entry 2 does not
          """)
  void theFirstEntryThatDoesNotFitIsNamed(String sql, String told) throws Exception {
    tamper("drop trigger lapor_audit_no_update", "drop trigger lapor_audit_no_delete", sql);

    assertThat(run("audit verify")).isEqualTo(1);

    assertThat(shell.out()).contains(told);
    assertThat(run("audit verify --json")).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(shell.out()).path("whole").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3:abc", "-1:00", "3:" + "g"})
  void aHeadOfAnotherFormIsUsage(String head) {
    assertThat(shell.run("audit", "verify", "--config", config, "--head", head)).isEqualTo(64);

    assertThat(shell.err()).startsWith("error[usage]: --head is a number").hasLineCount(1);
  }

  @Test
  void aCopyIsMadeBesideTheOwnerAndTellsWhereTheKeysAre() {
    Path copy = folder.resolve("copy.db");

    assertThat(run("store backup " + copy)).isZero();

    assertThat(shell.out())
        .startsWith(copy + ": 4 rows, ")
        .contains("read back whole", "Not in it are the keys, " + file + ".keys.");
    assertThat(copy).isRegularFile();
  }

  @Test
  void aCopyIsNeverMadeOverAnotherFile() throws Exception {
    Path there = Files.writeString(folder.resolve("there.db"), "precious");

    assertThat(run("store backup " + there)).isEqualTo(73);
    assertThat(shell.err()).startsWith("error[backup.target]: ").contains("exists").hasLineCount(1);
    assertThat(run("store backup " + file)).isEqualTo(73);
    assertThat(run("store backup " + folder)).isEqualTo(73);
    assertThat(run("store backup /")).isEqualTo(73);
    assertThat(run("store backup " + folder.resolve("no/such/dir.db"))).isEqualTo(73);

    assertThat(there).hasContent("precious");
    assertThat(folder.resolve("no")).doesNotExist();
  }

  /** Told, and nothing changed in the file. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          insert into lapor_schema_history select 99, '99', '', 'SQL', 'V99', 0, '', '', 0, 1 | is v99, this is v
          update lapor_schema_history set success = 0                                      | half-way between two
          drop table lapor_schema_history                                                  | of another program
          """)
  void aStoreOfAnotherVersionOrProgramEndsWith78(String sql, String told) throws Exception {
    owner.close();
    tamper(sql);
    byte[] before = Files.readAllBytes(file);

    for (String command :
        Stream.of(
                "run",
                "status",
                "store verify",
                "store backup " + folder.resolve("c"),
                "parked list")
            .toList()) {
      assertThat(run(command)).as(command).isEqualTo(78);
      assertThat(shell.err()).startsWith("error[store.version]: ").contains(told).hasLineCount(1);
    }

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aTextFileIsNoStoreAndEndsWith78() throws Exception {
    owner.close();
    Files.writeString(file, "notes of mine, and no database at all");

    assertThat(run("run")).isEqualTo(78);

    assertThat(shell.err()).startsWith("error[store.version]: ").contains("is not a database");
    assertThat(file).hasContent("notes of mine, and no database at all");
  }
}
