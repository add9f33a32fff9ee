package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Where a store is. {@code toString} tells it to people, without anything secret. */
public sealed interface StorePlace {

  /** One SQLite file, which one process owns. */
  record InFile(Path file) implements StorePlace {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A PostgreSQL database, which any number of nodes may share.
   *
   * @param url the driver's address, which holds neither user nor password
   * @param password empty where the database asks for none, or nobody is to be let in by it
   */
  record InPostgres(String url, String user, Optional<Secret> password) implements StorePlace {
    private static final String DRIVER = "jdbc:";

    /** Without the parameters, which may name files of ours. */
    @Override
    public String toString() {
      return url.substring(DRIVER.length()).replaceFirst("\\?.*", "");
    }
  }
}
