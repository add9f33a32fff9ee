package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.faults.Happened;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Faults of the database under a store that is open. */
@Timeout(90)
class PostgresFaultTest extends PostgresRig {
  private PGSimpleDataSource source = new PGSimpleDataSource();

  /** The store's own sessions bear a name, so that they can be told from the test's. */
  @BeforeEach
  void named() throws Exception {
    store.close();
    TestStores.OnPostgres here = (TestStores.OnPostgres) stores;
    source = here.source();
    PGSimpleDataSource named = PostgresServer.dataSource(PostgresServer.port(), "postgres");
    named.setCurrentSchema(source.getCurrentSchema());
    named.setApplicationName(name());
    store = JdbcStore.postgres(named, here.sealer());
  }

  private String name() {
    return "store of " + source.getCurrentSchema();
  }

  /** Ends the sessions of the store; gives how many there were. */
  private int terminate() throws Exception {
    try (Connection connection = source.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where application_name = ?")) {
      statement.setString(1, name());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  private void count(String name) {
    store.inTransaction(
        tx -> {
          store.cursors().set(tx, name, "1", NOW);
          return true;
        });
  }

  @Test
  @Tag("F22")
  @Tag("C15")
  void sessions_that_are_ended_again_and_again_lose_and_double_nothing() throws Exception {
    int ended = 0;
    try (Load load = new Load(store)) {
      for (int round = 0; round < 6; round++) {
        int before = load.confirmed();
        await().until(() -> load.confirmed() > before + 20 + before % 7);
        ended += terminate();
      }
      int last = load.confirmed();
      await().until(() -> load.confirmed() > last);

      assertThat(ended).isGreaterThanOrEqualTo(6);
      assertThat(load.refused()).isPositive();
      load.assertNothingLostOrDoubled(source);
    }
    assertThat(store.verify(damage -> {}).isSound()).isTrue();
    Happened.times("F22", ended, "sessions ended under load");
  }

  @Test
  @Tag("F22")
  void a_reader_whose_session_was_ended_gets_another() throws Exception {
    count("portal");
    String first = store.read(tx -> store.cursors().get(tx, "portal"));
    assertThat(terminate()).isEqualTo(2);

    String again = store.read(tx -> store.cursors().get(tx, "portal"));

    assertThat(again).isEqualTo(first).isEqualTo("1");
    Happened.times("F22", 2, "sessions ended");
  }

  @Test
  @Tag("F24")
  void a_locked_table_fails_what_waits_for_it_with_one_thread_and_ends_with_the_lock()
      throws Exception {
    int threads = Thread.activeCount();
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    try (Connection other = source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table lapor_cursor in access exclusive mode");
      for (int i = 0; i < 40; i++) {
        String name = "cursor " + i;
        ends.add(
            store.submit(
                tx -> {
                  store.cursors().set(tx, name, "1", NOW);
                  return true;
                }));
      }

      assertThatThrownBy(() -> ends.get(0).get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StoreException.class);
      assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 3);
      other.rollback();
    }
    await().ignoreExceptions().untilAsserted(() -> count("after"));
    assertThat(store.verify(damage -> {}).isSound()).isTrue();
    Happened.times("F24", ends.size(), "units behind a locked table");
  }

  @Test
  @Tag("F25")
  void no_connection_to_be_had_refuses_and_goes_on_when_there_is_one() throws Exception {
    String role = "few_" + source.getCurrentSchema();
    PostgresServer.execute(source, "create role " + role + " login superuser password 'postgres'");
    PostgresServer.execute(source, "alter role " + role + " nosuperuser connection limit 0");
    PostgresServer.execute(
        source, "grant all on schema " + source.getCurrentSchema() + " to " + role);
    PGSimpleDataSource few = PostgresServer.dataSource(PostgresServer.port(), "postgres");
    few.setCurrentSchema(source.getCurrentSchema());
    few.setUser(role);

    assertThatThrownBy(() -> JdbcStore.postgres(few, stores.sealer()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("53300");

    PostgresServer.execute(
        source, "grant all on all tables in schema " + source.getCurrentSchema() + " to " + role);
    PostgresServer.execute(source, "alter role " + role + " connection limit 2");
    try (JdbcStore two = JdbcStore.postgres(few, stores.sealer())) {
      String read = two.read(tx -> two.cursors().get(tx, "none"));
      assertThat(read).isEmpty();
      boolean wrote =
          two.inTransaction(tx -> two.outbox().enqueue(tx, entry("9200001", "dishub", "1"), NOW));
      assertThat(wrote).isTrue();
    }
    Happened.times("F25", 1, "a role without a connection left");
  }

  @Test
  @Tag("F26")
  void a_deadlock_is_tried_again() throws Exception {
    count("a");
    count("b");
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch holdsB = new CountDownLatch(1);
    try (Connection other = source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("set local deadlock_timeout = '60s'");
      statement.executeUpdate("update lapor_cursor set value = 'x' where name = 'a'");
      CompletableFuture<Integer> end =
          store.submit(
              tx -> {
                runs.incrementAndGet();
                JdbcTx.of(tx).update("update lapor_cursor set value = 'y' where name = 'b'");
                holdsB.countDown();
                return JdbcTx.of(tx).update("update lapor_cursor set value = 'y' where name = 'a'");
              });
      assertThat(holdsB.await(60, TimeUnit.SECONDS)).isTrue();
      statement.executeUpdate("update lapor_cursor set value = 'x' where name = 'b'");
      other.commit();

      assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
    assertThat(runs.get()).isGreaterThan(1);
    String kept = store.read(tx -> store.cursors().get(tx, "a"));
    assertThat(kept).isEqualTo("y");
    Happened.times("F26", runs.get() - 1, "deadlocks");
  }

  @Test
  @Tag("F26")
  void what_collides_each_time_is_given_up_after_five_more_runs() {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                store.inTransaction(
                    tx -> {
                      runs.incrementAndGet();
                      return JdbcTx.of(tx)
                          .update("do $$ begin raise exception using errcode = '40001'; end $$");
                    }))
        .isInstanceOf(StoreException.class);

    assertThat(runs).hasValue(6);
    count("after");
    Happened.times("F26", runs.get(), "serialization failures");
  }

  @Test
  @Tag("F28")
  @Tag("slow")
  void a_line_that_goes_dead_is_noticed_within_its_bound() throws Exception {
    try (DeadLine line = new DeadLine(PostgresServer.port())) {
      PGSimpleDataSource through = PostgresServer.dataSource(line.port(), "postgres");
      through.setCurrentSchema(source.getCurrentSchema());
      try (JdbcStore far = JdbcStore.postgres(through, stores.sealer())) {
        line.swallow(true);
        long begun = System.nanoTime();
        CompletableFuture<Boolean> end = far.submit(tx -> true);

        assertThatThrownBy(() -> end.get(40, TimeUnit.SECONDS))
            .hasCauseInstanceOf(StoreException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
            .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(30));
        assertThat(line.swallowed()).isPositive();
        Happened.times("F28", 1, "a line that swallows what is sent");
        line.swallow(false);
        await()
            .atMost(Duration.ofSeconds(60))
            .ignoreExceptions()
            .until(() -> far.<Boolean>inTransaction(tx -> true));
      }
    }
  }

  @Test
  @Tag("C17")
  @Tag("slow")
  void a_node_that_stops_in_the_middle_of_a_unit_loses_its_place_to_another() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    CompletableFuture<Boolean> paused =
        store.submit(
            tx -> {
              JdbcTx.of(tx).update("delete from lapor_cursor");
              inside.countDown();
              return awaitQuietly(go)
                  && JdbcTx.of(tx).update("update lapor_cursor set value = 'late'") >= 0;
            });
    assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();

    try (JdbcStore other = stores.open()) {
      boolean wrote =
          other.inTransaction(
              tx -> other.outbox().enqueue(tx, entry("9200001", "dishub", "1"), NOW));
      assertThat(wrote).isTrue();
    }
    go.countDown();

    assertThatThrownBy(() -> paused.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StoreException.class);
    await().ignoreExceptions().untilAsserted(() -> count("after"));
  }

  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
