package id.aduan.lapor.runner;

import id.aduan.lapor.runner.config.StorePlace.InPostgres;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of a configuration, as the store connects to it. */
final class PostgresSource {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

  /** The server cuts longer ones. */
  private static final int APPLICATION_CHARACTERS_MAX = 63;

  private PostgresSource() {}

  /**
   * Makes it; connects to nothing.
   *
   * @param node how the database's own lists call this process; by default its pid and host
   */
  static DataSource of(InPostgres place, Optional<String> node) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setConnectTimeout((int) CONNECT_MAX.toSeconds());
    source.setLoginTimeout((int) CONNECT_MAX.toSeconds());
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    String name = "lapor " + node.orElseGet(() -> ManagementFactory.getRuntimeMXBean().getName());
    source.setApplicationName(
        name.substring(0, Math.min(name.length(), APPLICATION_CHARACTERS_MAX)));
    source.setUrl(place.url()); // leaves alone what is set already
    source.setUser(place.user());
    place.password().ifPresent(password -> source.setPassword(password.reveal()));
    return source;
  }
}
