package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a test's store stands, and how to reach it past the store. */
interface TestStores {
  JdbcStore open(Sealer sealer);

  JdbcStore openReadOnly(Sealer sealer);

  Sealer sealer();

  Connection connect() throws SQLException;

  /** A statement as SQLite reads it, in the words of the product. */
  String words(String sql);

  default JdbcStore open() {
    return open(sealer());
  }

  /** The test has ended, and its store is closed. */
  default void giveBack() {}

  /** The products that a contract holds for. */
  enum Product {
    SQLITE {
      @Override
      TestStores in(Path dir) {
        return new OnSqlite(dir.resolve("lapor.db"));
      }
    },
    POSTGRESQL {
      @Override
      TestStores in(Path dir) {
        return new OnPostgres(LentSchemas.lend(), KeysetSealer.ofJson(KeysetSealer.newKeyset()));
      }
    };

    abstract TestStores in(Path dir);
  }

  /** A file of its own. */
  record OnSqlite(Path file) implements TestStores {
    @Override
    public JdbcStore open(Sealer sealer) {
      return JdbcStore.sqlite(file, sealer);
    }

    @Override
    public JdbcStore openReadOnly(Sealer sealer) {
      return JdbcStore.sqliteReadOnly(file, sealer);
    }

    @Override
    public Sealer sealer() {
      return KeysetSealer.ofFile(JdbcStore.keysBeside(file));
    }

    @Override
    public Connection connect() throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=5000");
    }

    @Override
    public String words(String sql) {
      return sql;
    }
  }

  /** A schema of its own, on the one server. */
  record OnPostgres(PGSimpleDataSource source, Sealer sealer) implements TestStores {
    @Override
    public void giveBack() {
      LentSchemas.takeBack(source);
    }

    @Override
    public JdbcStore open(Sealer with) {
      return JdbcStore.postgres(source, with);
    }

    @Override
    public JdbcStore openReadOnly(Sealer with) {
      return JdbcStore.postgresReadOnly(source, with);
    }

    @Override
    public Connection connect() throws SQLException {
      return source.getConnection();
    }

    @Override
    public String words(String sql) {
      return sql.replaceAll("zeroblob\\((\\d+)\\)", "decode(repeat('00', $1), 'hex')")
          .replaceAll("\\bx'([0-9a-f]*)'", "decode('$1', 'hex')")
          .replaceAll("^drop trigger (\\w+)", "drop trigger $1 on lapor_audit");
    }
  }
}
