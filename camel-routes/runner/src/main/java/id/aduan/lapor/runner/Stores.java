package id.aduan.lapor.runner;

import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.runner.config.StoreConfig;
import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.runner.config.StorePlace.InPostgres;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Opens the store of a configuration, wherever it is. */
public final class Stores {
  private Stores() {}

  /**
   * Opens it for this process's work; makes it where there is none.
   *
   * @throws id.aduan.lapor.failure.LaporException when it cannot be had
   */
  public static JdbcStore open(StoreConfig store, Consumer<Committed> commits) {
    Sealer sealer = KeysetSealer.ofFile(store.keys());
    if (store.place() instanceof InFile in) {
      return JdbcStore.sqlite(in.file(), sealer, commits);
    }
    return JdbcStore.postgres(source(store), sealer, commits);
  }

  /** Opens it for reading, beside whoever works on it; makes nothing. */
  public static JdbcStore openReadOnly(StoreConfig store) {
    Sealer sealer = KeysetSealer.ofFile(store.keys());
    if (store.place() instanceof InFile in) {
      return JdbcStore.sqliteReadOnly(in.file(), sealer);
    }
    return JdbcStore.postgresReadOnly(source(store), sealer);
  }

  /**
   * The database that the store is in; connects to nothing.
   *
   * @throws ClassCastException when it is in none
   */
  public static DataSource source(StoreConfig store) {
    return PostgresSource.of((InPostgres) store.place(), store.node());
  }
}
