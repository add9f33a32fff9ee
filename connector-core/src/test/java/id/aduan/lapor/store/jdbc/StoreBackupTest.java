package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreVersionException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreBackupTest extends SqliteRig {
  private List<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_copy_made_while_the_store_is_written_opens_as_a_whole_store() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Integer> writing =
        CompletableFuture.supplyAsync(
            () -> {
              int count = 0;
              for (; !stop.get() && count < 5_000; count++) {
                enqueue(entry("93" + (10_000 + count), "dishub", "1"));
              }
              return count;
            });
    Path copies = Files.createDirectory(dir.resolve("copies"));
    Path target = copies.resolve("lapor.db");

    StoreBackup backup = JdbcStore.backup(file(), target);
    stop.set(true);

    int written = writing.join();
    assertThat(backup.rows().get("lapor_outbox")).isBetween(1L, 1L + written);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
    assertThat(namesIn(copies)).containsExactly("lapor.db");
    Files.copy(JdbcStore.keysBeside(file()), JdbcStore.keysBeside(target));
    try (JdbcStore restored = JdbcStore.sqlite(target)) {
      assertThat(restored.verify(damage -> {}).isSound()).isTrue();
      List<Envelope> claimed =
          restored.inTransaction(tx -> restored.claims().claim(tx, "dishub", share(1), NOW, LEASE));
      assertThat(claimed).hasSize(1);
    }
  }

  @Test
  void what_is_there_already_is_never_overwritten() throws Exception {
    Path target = Files.writeString(dir.resolve("copy.db"), "precious");

    assertThatThrownBy(() -> JdbcStore.backup(file(), target))
        .isInstanceOf(StoreException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class);

    assertThat(target).hasContent("precious");
  }

  @Test
  void a_copy_that_fails_leaves_nothing_behind() throws Exception {
    for (int i = 0; i < 300; i++) {
      enqueue(entry("93" + (10_000 + i), "dishub", "1"));
    }
    store.close();
    byte[] bytes = Files.readAllBytes(file());
    java.util.Arrays.fill(bytes, 8 * 4096, bytes.length - 4096, (byte) 0);
    Files.write(file(), bytes);
    Path copies = Files.createDirectory(dir.resolve("copies"));

    assertThatThrownBy(() -> JdbcStore.backup(file(), copies.resolve("lapor.db")))
        .isInstanceOf(StoreException.class);

    assertThat(namesIn(copies)).isEmpty();
    Files.delete(file());
    Files.delete(JdbcStore.keysBeside(file()));
    store = JdbcStore.sqlite(file());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          insert into lapor_schema_history select 99, '99', '', 'SQL', 'V99', 0, '', '', 0, 1 | is v99, this is v
          update lapor_schema_history set success = 0                                      | half-way
          drop table lapor_schema_history                                                  | another program
          update lapor_schema_history set checksum = 1 where version = '1'                 | something else
          """)
  void a_file_of_another_version_or_program_is_refused_and_left_as_it_is(String sql, String told)
      throws Exception {
    store.close();
    execute(sql);
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(() -> JdbcStore.sqlite(file()))
        .isInstanceOf(StoreVersionException.class)
        .hasMessageContaining(told);

    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void a_text_file_is_refused_and_left_as_it_is() throws Exception {
    Path other = Files.writeString(dir.resolve("notes.txt"), "these are notes of mine");

    assertThatThrownBy(() -> JdbcStore.sqlite(other))
        .isInstanceOf(StoreVersionException.class)
        .hasMessageContaining("is not a database");

    assertThat(other).hasContent("these are notes of mine");
  }

  @Test
  void an_older_store_is_brought_up_by_its_owner_and_refused_by_readers() throws Exception {
    store.close();
    Files.delete(file());
    ofVersion(2);

    assertThatThrownBy(() -> JdbcStore.backup(file(), dir.resolve("copy.db")))
        .isInstanceOf(StoreVersionException.class)
        .hasMessageContaining("is v2, this is v" + SqliteSchema.VERSION);

    store = JdbcStore.sqlite(file());
    assertThat(store.verify(damage -> {}).isSound()).isTrue();
  }

  private void ofVersion(int version) {
    Flyway.configure()
        .dataSource(SqliteFile.url(file()), null, null)
        .table(SqliteSchema.HISTORY)
        .locations("classpath:id/aduan/lapor/store/jdbc/sqlite")
        .target(Integer.toString(version))
        .load()
        .migrate();
  }

  @Test
  void the_version_is_that_of_the_last_migration() {
    Optional<Integer> last =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .first(
                        "select max(cast(version as integer)) from lapor_schema_history",
                        row -> row.getInt(1)));

    assertThat(last).hasValue(SqliteSchema.VERSION);
  }

  @Test
  @Tag("C23")
  void a_trail_whose_end_was_cut_off_is_whole_by_itself_and_shorter_than_its_noted_head()
      throws Exception {
    store.inTransaction(
        tx -> {
          for (int i = 0; i < 3; i++) {
            store.audit().append(tx, new AuditEntry(NOW, "e", Action.RECEIVED, "s", "" + i));
          }
          return true;
        });
    var noted = store.read(store.audit()::chain);
    execute("drop trigger lapor_audit_no_delete");
    tamper("delete from lapor_audit where seq = 3");

    var found = store.read(store.audit()::chain);

    assertThat(found.firstBroken()).isEmpty();
    assertThat(found.headSequence()).isEqualTo(2).isLessThan(noted.headSequence());
    Optional<String> ofNoted = store.read(tx -> store.audit().hashOf(tx, noted.headSequence()));
    assertThat(ofNoted).isEmpty();
    Optional<String> ofLast = store.read(tx -> store.audit().hashOf(tx, 2));
    assertThat(ofLast).hasValue(found.headHash());
  }
}
