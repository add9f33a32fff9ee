package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.faults.Happened;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** What a host's own DataSource and connections may do to the store. */
@Timeout(90)
class HostConnectionTest extends PostgresRig {
  private static final String HALF =
      "insert into lapor_cursor (name, value, moved_at) values ('half', '1', 1)";

  private PGSimpleDataSource real = new PGSimpleDataSource();
  private CountingSource source = new CountingSource(real);
  private volatile boolean broken;

  @BeforeEach
  void named() throws Exception {
    store.close();
    real = ((TestStores.OnPostgres) stores).source();
    real.setApplicationName("hosted " + real.getCurrentSchema());
    source = new CountingSource(real);
    source.giving = this::breakable;
    store = JdbcStore.postgres(source, stores.sealer());
  }

  /** A connection that cannot roll back once it is broken. */
  private Connection breakable() throws java.sql.SQLException {
    Connection connection = real.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (broken && "rollback".equals(method.getName())) {
                throw new IllegalStateException("the pool has lost this connection");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private void worksAgain() {
    await().ignoreExceptions().until(() -> store.<Boolean>inTransaction(tx -> true));
  }

  @Test
  @Tag("F22")
  void an_error_of_the_data_source_refuses_who_waits_and_the_writer_goes_on() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        store.submit(
            tx -> {
              inside.countDown();
              return awaitQuietly(go) && JdbcTx.of(tx).update(HALF) > 0;
            });
    assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Boolean> second = store.submit(tx -> true);
    CountDownLatch thrown = new CountDownLatch(1);
    source.giving =
        () -> {
          thrown.countDown();
          throw new NoClassDefFoundError("a class of the host's pool");
        };
    terminate();
    go.countDown();

    assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StoreException.class);
    assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StoreException.class);
    assertThat(thrown.await(60, TimeUnit.SECONDS)).isTrue();
    source.giving = real::getConnection;
    worksAgain();
    Happened.times("F22", 1, "a session ended in a transaction");
  }

  private void terminate() {
    PGSimpleDataSource other = PostgresServer.dataSource(PostgresServer.port(), "postgres");
    PostgresServer.execute(
        other,
        "do $$ begin perform pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = '"
            + real.getApplicationName()
            + "'; end $$");
  }

  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  @Tag("C15")
  void a_writer_that_cannot_roll_back_keeps_nothing_half_done() {
    broken = true;
    assertThatThrownBy(
            () ->
                store.<Boolean>inTransaction(
                    tx -> {
                      JdbcTx.of(tx).update(HALF);
                      throw new IllegalStateException("poison");
                    }))
        .isInstanceOf(StoreException.class);
    broken = false;

    worksAgain();

    String kept = store.read(tx -> store.cursors().get(tx, "half"));
    assertThat(kept).isEmpty();
  }

  @Test
  void a_reader_whose_connection_cannot_roll_back_gets_another() {
    source.giving = real::getConnection;
    broken = true;
    int before = source.asked.get();
    assertThatThrownBy(() -> store.read(tx -> true)).isInstanceOf(IllegalStateException.class);

    await().ignoreExceptions().until(() -> store.<Boolean>read(tx -> true));

    assertThat(source.asked.get()).isGreaterThan(before);
  }

  @Test
  void a_check_gives_no_session_back_that_it_has_set_up() throws Exception {
    List<Connection> given = new ArrayList<>();
    source.giving =
        () -> {
          Connection connection = real.getConnection();
          given.add(connection);
          return pooled(connection);
        };
    PostgresCheck check = new PostgresCheck(source);
    check.server();
    for (Connection asked : given) {
      assertThat(asked.isClosed()).isFalse();
      asked.close();
    }
    int before = given.size();

    assertThat(check.settings()).contains("fsync");

    assertThat(given).hasSizeGreaterThan(before);
    assertThat(given.get(given.size() - 1).isClosed()).isTrue();
  }

  /** As a pool gives it: closing it gives it back. */
  private static Connection pooled(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            HostConnectionTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                "close".equals(method.getName()) ? null : method.invoke(connection, arguments));
  }

  @Test
  @Tag("C17")
  @Tag("slow")
  void a_session_that_holds_the_lock_and_is_not_idle_is_ended_by_who_waits() throws Exception {
    try (Connection other = real.getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select pg_advisory_xact_lock(" + PostgresDatabase.lockOf(real.getCurrentSchema()) + ")");
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Thread stuck =
          new Thread(
              () -> {
                try {
                  ended.complete(
                      new AssertionError(statement.execute("select pg_sleep(85)") + ": it ended"));
                } catch (java.sql.SQLException e) {
                  ended.complete(e);
                }
              });
      stuck.start();
      assertThatThrownBy(() -> store.<Boolean>inTransaction(tx -> true))
          .isInstanceOf(StoreException.class)
          .hasStackTraceContaining("55P03");

      await()
          .atMost(java.time.Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> store.<Boolean>inTransaction(tx -> true));

      assertThat(ended.get(60, TimeUnit.SECONDS)).hasMessageContaining("terminating connection");
      stuck.join();
    }
  }
}
