package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreLockedException;
import id.aduan.lapor.privacy.KeysetSealer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir private Path dir;
  private JdbcStore store;

  @BeforeEach
  void openStore() {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static NewEntry entry(String complaint, String target, String version) {
    Lane lane = new Lane(new TrackingId(complaint), target);
    return new NewEntry(
        lane,
        "open",
        IdempotencyKey.of(lane, "open", version),
        ("payload " + version).getBytes(StandardCharsets.UTF_8),
        "twin");
  }

  private boolean enqueue(NewEntry entry) {
    return store.inTransaction(tx -> store.outbox().enqueue(tx, entry, NOW));
  }

  private List<Envelope> claim(String target, int max, Instant now) {
    return store.inTransaction(tx -> store.outbox().claim(tx, target, max, now, LEASE));
  }

  private boolean settle(Envelope envelope, State next) {
    Settlement settlement = new Settlement(next, NOW, 1, 0, false, "TKT-1", "", "");
    return store.inTransaction(tx -> store.outbox().settle(tx, envelope, settlement, NOW));
  }

  private List<String> parkedCodes() {
    return store.read(tx -> store.outboxView().parked(tx, 10)).stream()
        .map(OutboxView.Row::code)
        .toList();
  }

  private void tamper(String sql) throws Exception {
    assertThat(execute(sql)).isPositive();
  }

  private int execute(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 5000");
      return statement.executeUpdate(sql);
    }
  }

  @Test
  @Tag("C8")
  void a_lane_gives_out_one_entry_at_a_time_and_in_order() {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200001", "dishub", "2"));

    List<Envelope> first = claim("dishub", 10, NOW);
    List<Envelope> meanwhile = claim("dishub", 10, NOW);
    settle(first.get(0), State.DONE);
    List<Envelope> second = claim("dishub", 10, NOW);

    assertThat(first).hasSize(1);
    assertThat(meanwhile).isEmpty();
    assertThat(second)
        .extracting(envelope -> new String(envelope.payload(), StandardCharsets.UTF_8))
        .containsExactly("payload 2");
  }

  @Test
  @Tag("C11")
  void a_parked_entry_holds_its_own_lane_and_no_other() {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200001", "dishub", "2"));
    enqueue(entry("9200002", "dishub", "1"));
    settle(claim("dishub", 1, NOW).get(0), State.PARKED);

    List<Envelope> rest = claim("dishub", 10, NOW);

    assertThat(rest)
        .extracting(envelope -> envelope.lane().complaint().value())
        .containsExactly("9200002");
  }

  @Test
  @Tag("C3")
  void an_entry_with_a_known_key_changes_nothing() {
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isTrue();
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isFalse();
    assertThat(claim("dishub", 10, NOW)).hasSize(1);
  }

  @Test
  @Tag("C17")
  void a_result_counts_only_under_the_claim_it_belongs_to() {
    enqueue(entry("9200001", "dishub", "1"));
    Envelope late = claim("dishub", 1, NOW).get(0);
    Instant later = NOW.plus(LEASE);
    store.inTransaction(tx -> store.outbox().recover(tx, later, later));
    Envelope current = claim("dishub", 1, later).get(0);

    assertThat(settle(late, State.DONE)).isFalse();
    assertThat(current.uncertain()).isTrue();
    assertThat(settle(current, State.DONE)).isTrue();
  }

  @Test
  @Tag("C15")
  void what_was_claimed_when_the_process_died_is_uncertain_after_the_next_start() {
    enqueue(entry("9200001", "dishub", "1"));
    claim("dishub", 1, NOW);
    store.close();

    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    store.inTransaction(tx -> store.outbox().recover(tx, NOW, NOW));

    assertThat(claim("dishub", 1, NOW)).extracting(Envelope::uncertain).containsExactly(true);
  }

  @Test
  void a_refreshed_entry_goes_out_with_its_newer_content() {
    enqueue(entry("9200001", "dishub", "1"));

    boolean refreshed =
        store.inTransaction(tx -> store.outbox().refresh(tx, entry("9200001", "dishub", "2")));

    assertThat(refreshed).isTrue();
    assertThat(claim("dishub", 10, NOW))
        .extracting(envelope -> new String(envelope.payload(), StandardCharsets.UTF_8))
        .containsExactly("payload 2");
  }

  @Test
  void a_unit_that_fails_undoes_itself_and_not_its_neighbours() {
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int number = i;
      ends.add(
          store.submit(
              tx -> {
                boolean fresh =
                    store.outbox().enqueue(tx, entry("92000" + (10 + number), "dishub", "1"), NOW);
                if (number % 7 == 3) {
                  throw new IllegalStateException("poison");
                }
                return fresh;
              }));
    }

    for (int i = 0; i < 50; i++) {
      CompletableFuture<Boolean> end = ends.get(i);
      if (i % 7 == 3) {
        assertThatThrownBy(end::join)
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(IllegalStateException.class);
      } else {
        assertThat(end.join()).isTrue();
      }
    }
    assertThat(claim("dishub", 100, NOW)).hasSize(43);
  }

  @Test
  void an_effect_after_the_commit_does_not_happen_without_one() {
    List<String> effects = new ArrayList<>();

    CompletableFuture<Object> failed =
        store.submit(
            tx -> {
              tx.afterCommit(() -> effects.add("never"));
              throw new IllegalStateException("poison");
            });
    assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class);
    store.inTransaction(
        tx -> {
          tx.afterCommit(() -> effects.add("once"));
          return true;
        });

    assertThat(effects).containsExactly("once");
  }

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
  void reads_change_nothing() {
    assertThatThrownBy(
            () ->
                store.read(tx -> store.outbox().enqueue(tx, entry("9200001", "dishub", "1"), NOW)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void a_second_owner_is_refused_with_the_pid_of_the_first() {
    assertThatThrownBy(() -> JdbcStore.sqlite(dir.resolve("lapor.db")))
        .isInstanceOf(StoreLockedException.class)
        .hasMessageContaining("pid " + ProcessHandle.current().pid());
  }

  @Test
  void a_closed_store_refuses_work_and_lets_its_successor_in() {
    store.close();

    assertThatThrownBy(() -> enqueue(entry("9200001", "dishub", "1")))
        .isInstanceOf(StoreException.class);
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isTrue();
  }

  @Test
  @Tag("C20")
  void a_changed_payload_is_noticed_and_not_delivered() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));

    tamper("update lapor_outbox set payload = zeroblob(40)");

    assertThat(claim("dishub", 1, NOW)).isEmpty();
    assertThat(parkedCodes()).containsExactly(OutboxView.DAMAGED);
  }

  @Test
  @Tag("C20")
  void a_damaged_entry_holds_up_no_other_complaint() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200002", "dishub", "1"));

    tamper("update lapor_outbox set tracking_id = 'x' where tracking_id = '9200001'");

    assertThat(claim("dishub", 10, NOW))
        .extracting(envelope -> envelope.lane().complaint().value())
        .containsExactly("9200002");
  }

  @Test
  @Tag("C7")
  void what_may_have_arrived_keeps_its_key_when_its_content_is_renewed() {
    enqueue(entry("9200001", "dishub", "1"));
    IdempotencyKey first = claim("dishub", 1, NOW).get(0).key();

    store.inTransaction(tx -> store.outbox().refresh(tx, entry("9200001", "dishub", "2")));
    Instant later = NOW.plus(LEASE);
    store.inTransaction(tx -> store.outbox().recover(tx, later, later));

    Envelope again = claim("dishub", 1, later).get(0);
    assertThat(again.key()).isEqualTo(first);
    assertThat(new String(again.payload(), StandardCharsets.UTF_8)).isEqualTo("payload 2");
  }

  @Test
  @Tag("C24")
  void keys_that_do_not_fit_the_store_are_noticed_before_anything_is_touched() {
    enqueue(entry("9200001", "dishub", "1"));
    store.close();

    assertThatThrownBy(
            () ->
                JdbcStore.sqlite(
                    dir.resolve("lapor.db"), KeysetSealer.ofJson(KeysetSealer.newKeyset())))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("keys are not those of this store");
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    assertThat(claim("dishub", 1, NOW)).hasSize(1);
  }

  @Test
  @Tag("C24")
  void a_sealed_value_moved_to_another_row_does_not_open() throws Exception {
    NewEntry one = entry("9200001", "dishub", "1");
    NewEntry other = entry("9200002", "dishub", "1");
    enqueue(one);
    enqueue(other);
    tamper(
        "update lapor_outbox set payload ="
            + " (select payload from lapor_outbox where tracking_id = '9200002')"
            + " where tracking_id = '9200001'");
    OutboxRow moved =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .first(
                        "select " + OutboxRow.COLUMNS + " from lapor_outbox order by id",
                        OutboxRow::read)
                    .orElseThrow());
    tamper(
        "update lapor_outbox set row_hash = x'"
            + java.util.HexFormat.of().formatHex(moved.computedHash())
            + "' where id = "
            + moved.id());

    assertThat(claim("dishub", 10, NOW))
        .extracting(envelope -> envelope.lane().complaint().value())
        .containsExactly("9200002");
    assertThat(parkedCodes()).containsExactly(OutboxView.DAMAGED);
  }

  @Test
  @Tag("C23")
  void the_audit_trail_cannot_be_rewritten_unnoticed() throws Exception {
    for (int i = 0; i < 5; i++) {
      AuditEntry entry = new AuditEntry(NOW, "engine", Action.RECEIVED, "9200001", "entry " + i);
      store.inTransaction(
          tx -> {
            store.audit().append(tx, entry);
            return true;
          });
    }
    OptionalLong whole = store.read(tx -> store.audit().firstBroken(tx));
    assertThat(whole).isEmpty();
    assertThatThrownBy(() -> tamper("update lapor_audit set detail = 'x' where seq = 3"))
        .hasMessageContaining("only ever added to");

    execute("drop trigger lapor_audit_no_update");
    tamper("update lapor_audit set detail = 'x' where seq = 3");

    OptionalLong broken = store.read(tx -> store.audit().firstBroken(tx));
    assertThat(broken).hasValue(3);
  }
}
