package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that goes away and comes back, or comes back otherwise. */
@Timeout(120)
class PostgresRestartTest {
  @TempDir static Path dir;
  private static OwnPostgres server;
  private final Sealer sealer = KeysetSealer.ofJson(KeysetSealer.newKeyset());
  private PGSimpleDataSource source = new PGSimpleDataSource();

  @BeforeAll
  static void startServer() throws Exception {
    server = new OwnPostgres(dir.resolve("data"));
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void emptySchema() {
    source = server.source();
    PostgresServer.execute(source, "drop schema if exists store cascade");
    PostgresServer.execute(source, "create schema store");
    source.setCurrentSchema("store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "immediate"})
  @Tag("F21")
  @Tag("C15")
  void a_restart_under_load_loses_and_doubles_nothing(String mode) throws Exception {
    try (JdbcStore store = JdbcStore.postgres(source, sealer);
        Load load = new Load(store)) {
      for (int round = 1; round <= 2; round++) {
        int before = load.confirmed();
        await().until(() -> load.confirmed() > before + 50);
        int refusedBefore = load.refused();
        server.restart(mode);
        int atRestart = load.confirmed();
        await().until(() -> load.confirmed() > atRestart + 50);
        assertThat(load.refused()).isGreaterThan(refusedBefore);
      }

      Happened.times("F21", 2, mode + " restarts under load");
      load.assertNothingLostOrDoubled(source);
      assertThat(store.verify(damage -> {}).isSound()).isTrue();
    }
  }

  @Test
  @Tag("F23")
  void while_the_server_is_away_units_are_refused_at_once_and_it_is_asked_for_once_a_second()
      throws Exception {
    CountingSource counting = new CountingSource(source);
    try (JdbcStore store = JdbcStore.postgres(counting, sealer)) {
      server.stop("fast");
      await().until(() -> refuses(store));
      int asked = counting.asked.get();
      long begun = System.nanoTime();
      int refusals = 0;
      while (counting.asked.get() < asked + 4) {
        assertThat(refuses(store)).isTrue();
        refusals++;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);

      assertThat(refusals).isGreaterThan(100);
      Happened.times("F23", refusals, "units refused while the server was away");
      // Four attempts with a second between them, of the writer alone: nobody reads.
      assertThat(took).isGreaterThan(Duration.ofMillis(2_900));
      server.start();
      await().until(() -> !refuses(store));
      String cursor = store.read(tx -> store.cursors().get(tx, "portal"));
      assertThat(cursor).isEqualTo("7");
    }
  }

  private static boolean refuses(JdbcStore store) {
    try {
      return !store.inTransaction(
          tx -> {
            store.cursors().set(tx, "portal", "7", StoreBench.NOW);
            return true;
          });
    } catch (StoreException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes"})
  @Tag("F27")
  void a_server_that_loses_what_it_confirms_is_refused_and_told_how_to_mend(String setting)
      throws Exception {
    server.restart("fast", setting + "=off");
    try {
      assertThatThrownBy(() -> JdbcStore.postgres(source, sealer))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(setting + "=off")
          .hasMessageContaining("set " + setting + "=on in postgresql.conf");
    } finally {
      server.restart("fast");
    }
    JdbcStore.postgres(source, sealer).close();
    Happened.times("F27", 1, "a server with " + setting + "=off");
  }
}
