package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreVersionException;
import id.aduan.lapor.faults.Happened;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The store in a schema of PostgreSQL. */
class PostgresStoreTest extends PostgresRig {
  private PGSimpleDataSource source() {
    return ((TestStores.OnPostgres) stores).source();
  }

  private String setting(String name) {
    return store.inTransaction(
        tx -> JdbcTx.of(tx).first("show " + name, row -> row.getString(1)).orElse(""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          insert into lapor_schema_history select 90, '99', '', 'SQL', 'V99', 0, '', now(), 0, true | is v99, this is v
          update lapor_schema_history set success = false where version = '2'                       | half-way
          drop table lapor_schema_history                                                           | that this program did not make
          update lapor_schema_history set checksum = 1 where version = '2'                          | something else
          """)
  void tables_of_another_version_or_program_are_refused_and_left_as_they_are(
      String sql, String told) throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    store.close();
    execute(sql);

    assertThatThrownBy(() -> stores.open())
        .isInstanceOf(StoreVersionException.class)
        .hasMessageContaining(told);

    assertThat(execute("update lapor_outbox set head = head")).isEqualTo(1);
  }

  @Test
  void tables_of_the_host_in_the_same_schema_are_left_alone() throws Exception {
    PGSimpleDataSource shared = PostgresServer.newSchema();
    PostgresServer.execute(shared, "create table laporan (id bigint primary key)");
    PostgresServer.execute(shared, "insert into laporan values (7)");

    try (JdbcStore beside = JdbcStore.postgres(shared, stores.sealer())) {
      assertThat(beside.verify(damage -> {}).isSound()).isTrue();
    }

    assertThat(PostgresServer.execute(shared, "update laporan set id = 7 where id = 7"))
        .isEqualTo(1);
    JdbcStore.postgres(shared, stores.sealer()).close();
  }

  @Test
  void a_reader_is_told_that_there_is_no_store_yet() {
    assertThatThrownBy(
            () -> JdbcStore.postgresReadOnly(PostgresServer.newSchema(), stores.sealer()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no store in the database");
  }

  @ParameterizedTest
  @CsvSource({"off, on", "local, on", "remote_write, on", "on, on", "remote_apply, remote_apply"})
  @Tag("F27")
  void a_commit_is_durable_whatever_the_host_has_set(String set, String used) {
    store.close();
    PGSimpleDataSource lax = source();
    lax.setOptions("-c synchronous_commit=" + set);

    store = stores.open();

    assertThat(setting("synchronous_commit")).isEqualTo(used);
    Happened.times("F27", 1, "a session with another synchronous_commit");
  }

  @Test
  void a_session_depends_on_nothing_that_the_host_has_set() {
    store.close();
    PGSimpleDataSource odd = source();
    odd.setOptions("-c timezone=Asia/Jayapura -c statement_timeout=0 -c lock_timeout=0");

    store = stores.open();

    assertThat(setting("timezone")).isEqualTo("UTC");
    assertThat(setting("statement_timeout")).isEqualTo("10s");
    assertThat(setting("lock_timeout")).isEqualTo("7s");
    assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("5s");
    assertThat(setting("search_path")).contains(odd.getCurrentSchema());
  }

  @Test
  @Tag("C17")
  void the_clock_is_the_databases() throws Exception {
    InstantSource wrong = InstantSource.fixed(NOW.minus(Duration.ofDays(700)));

    var shown = store.clock(wrong).instant();

    long real =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .first(
                        "select (extract(epoch from clock_timestamp()) * 1000)::bigint",
                        row -> row.getLong(1))
                    .orElseThrow());
    assertThat(Duration.between(shown, java.time.Instant.ofEpochMilli(real)).abs())
        .isLessThan(Duration.ofSeconds(5));
  }

  @Test
  @Tag("C17")
  @Tag("C23")
  void two_nodes_write_one_chain_and_share_out_the_work() {
    try (JdbcStore other = stores.open()) {
      List<CompletableFuture<Boolean>> ends = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        JdbcStore node = i % 2 == 0 ? store : other;
        String complaint = Integer.toString(9_300_000 + i);
        ends.add(
            node.submit(
                tx -> {
                  node.audit()
                      .append(tx, new AuditEntry(NOW, "n", Action.RECEIVED, complaint, "x"));
                  return node.outbox().enqueue(tx, entry(complaint, "dishub", "1"), NOW);
                }));
      }
      assertThat(ends).allSatisfy(end -> assertThat(end.join()).isTrue());

      List<CompletableFuture<List<Envelope>>> claims = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        JdbcStore node = i % 2 == 0 ? store : other;
        claims.add(node.submit(tx -> node.claims().claim(tx, "dishub", share(10), NOW, LEASE)));
      }
      assertThat(claims.stream().flatMap(claim -> claim.join().stream()))
          .extracting(Envelope::id)
          .hasSize(200)
          .doesNotHaveDuplicates();
    }
    assertThat(store.verify(damage -> {}).isSound()).isTrue();
    assertThat(store.verify(damage -> {}).audit().entries()).isEqualTo(200);
  }

  @Test
  @Tag("C17")
  void a_row_that_another_session_holds_is_passed_over_and_not_waited_for() throws Exception {
    enqueue(entry("9200001", "dishub", "1"));
    enqueue(entry("9200002", "dishub", "1"));
    try (var connection = stores.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select * from lapor_outbox where tracking_id = '9200001' for update");

      assertThat(claim("dishub", 10, NOW))
          .extracting(envelope -> envelope.lane().complaint().value())
          .containsExactly("9200002");
      connection.rollback();
    }
    assertThat(claim("dishub", 10, NOW)).hasSize(1);
  }

  @Test
  @Tag("C11")
  void a_value_that_the_database_cannot_hold_is_its_own_units_fault() {
    CompletableFuture<Boolean> end =
        store.submit(
            tx -> {
              store.cursors().set(tx, "portal", "a\0b", NOW);
              return true;
            });

    assertThatThrownBy(end::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(enqueue(entry("9200001", "dishub", "1"))).isTrue();
  }

  @Test
  void a_data_source_that_throws_or_gives_nothing_is_told_as_trouble_of_the_store() {
    List<CountingSource.Giving> faults =
        List.of(
            () -> {
              throw new SQLException("no");
            },
            () -> {
              throw new IllegalStateException("the pool is closed");
            },
            () -> null,
            PostgresStoreTest::brokenConnection);
    for (CountingSource.Giving fault : faults) {
      CountingSource broken = new CountingSource(source());
      broken.giving = fault;
      assertThatThrownBy(() -> JdbcStore.postgres(broken, stores.sealer()))
          .isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> JdbcStore.postgresReadOnly(broken, stores.sealer()))
          .isInstanceOf(StoreException.class);
    }
  }

  private static Connection brokenConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            PostgresStoreTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("broken");
            });
  }

  @Test
  void a_store_takes_two_connections_and_gives_them_back() throws Exception {
    PGSimpleDataSource named = PostgresServer.newSchema();
    named.setApplicationName("counted " + named.getCurrentSchema());
    try (JdbcStore counted = JdbcStore.postgres(named, stores.sealer())) {
      counted.verify(damage -> {});
      assertThat(sessions(source(), named.getApplicationName())).isEqualTo(2);
    }
    org.awaitility.Awaitility.await()
        .until(() -> sessions(source(), named.getApplicationName()) == 0);
  }

  private static int sessions(DataSource source, String name) throws SQLException {
    try (var connection = source.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where application_name = ?")) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }
}
