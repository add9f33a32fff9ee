package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreLockedException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store in a file. */
class SqliteStoreTest extends SqliteRig {

  @Test
  @Tag("C1")
  @Timeout(20)
  void when_the_store_itself_fails_everybody_in_the_group_is_told_and_nothing_is_kept() {
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      // Ending the transaction under the writer's feet is what a failing disk does.
      String sql = i == 10 ? "rollback" : "delete from lapor_cursor";
      ends.add(store.submit(tx -> JdbcTx.of(tx).update(sql) >= 0));
    }

    for (CompletableFuture<Boolean> end : ends) {
      assertThat(end.handle((kept, failure) -> true).join()).isTrue();
    }
    assertThatThrownBy(ends.get(10)::join).hasCauseInstanceOf(StoreException.class);
    assertThatThrownBy(() -> enqueue(entry("9200001", "dishub", "1")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("open it anew");
  }

  @Test
  @Tag("C1")
  @Tag("F14")
  void a_full_disk_refuses_work_loses_nothing_and_ends_when_there_is_room() {
    int full = pagesMax(1);
    pagesMax(full);
    List<Integer> kept = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                enqueue(entry("9" + (200_000 + i), "dishub", "1"));
                kept.add(i);
              }
            })
        .isInstanceOf(StoreException.class);

    pagesMax(1_000_000);

    assertThat(enqueue(entry("9300000", "dishub", "1"))).isTrue();
    assertThat(claim("dishub", 20_000, NOW)).hasSize(kept.size() + 1);
    Happened.times("F14", 1, "a store that takes no more pages");
  }

  @Test
  void a_second_owner_is_refused_with_the_pid_of_the_first() {
    assertThatThrownBy(() -> JdbcStore.sqlite(file()))
        .isInstanceOf(StoreLockedException.class)
        .hasMessageContaining("pid " + ProcessHandle.current().pid());
  }

  @Test
  void the_look_up_uses_an_index() {
    assertThat(
            plan(
                "select 1 from lapor_inbox where reference = ? and source = ?",
                "in-1",
                "portal.webhook"))
        .contains("lapor_inbox_reference");
  }

  @Test
  @Tag("C10")
  void what_is_due_is_found_by_indexes_of_what_is_due() {
    assertThat(plan(DueEntries.FIRST_DUE, "dishub", 0, 16)).contains("lapor_outbox_first");
    assertThat(plan(DueEntries.FIRST_NEXT, "dishub")).contains("lapor_outbox_first");
    assertThat(plan(DueEntries.Kind.ANY))
        .contains("lapor_outbox_again ")
        .contains("lapor_outbox_unsure ")
        .contains("lapor_outbox_unsure_again")
        .doesNotContain("TEMP B-TREE");
  }

  private String plan(String sql, Object... values) {
    return store.inTransaction(
        tx ->
            String.join(
                " ",
                JdbcTx.of(tx)
                    .list("explain query plan " + sql, row -> row.getString("detail"), values)));
  }

  @Test
  @Tag("C20")
  void a_page_that_the_disk_has_lost_is_told_and_the_rest_is_read() throws Exception {
    for (int i = 0; i < 300; i++) {
      enqueue(entry("93" + (10_000 + i), "dishub", "1"));
    }
    execute("insert into lapor_cursor (name, value, moved_at) values ('portal', '7', 0)");
    store.close();
    Path file = file();
    byte[] bytes = Files.readAllBytes(file);
    int rootPage;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select rootpage from sqlite_master where name = 'lapor_outbox'")) {
      rows.next();
      rootPage = rows.getInt(1);
    }
    java.util.Arrays.fill(bytes, (rootPage - 1) * 4096, rootPage * 4096, (byte) 0);
    Files.write(file, bytes);
    store = JdbcStore.sqliteReadOnly(file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)));

    List<StoreDamage> damages = new ArrayList<>();
    StoreCheck check = store.verify(damages::add);

    assertThat(damages).extracting(StoreDamage::table).contains("sqlite", "lapor_outbox");
    assertThat(check.rows()).containsEntry("lapor_cursor", 1L);
  }
}
