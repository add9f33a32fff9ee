package id.aduan.lapor.store.jdbc;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that makes a store's tables and dies after a given number of statements. */
final class MigrationHalt implements Callback {
  static final int DIED = 137;
  private final AtomicInteger statementsLeft;

  private MigrationHalt(int statements) {
    this.statementsLeft = new AtomicInteger(statements);
  }

  /** Arguments: statements, then a file, or port and schema. */
  public static void main(String[] arguments) {
    MigrationHalt halt = new MigrationHalt(Integer.parseInt(arguments[0]));
    if (arguments.length == 2) {
      SqliteFile.migrate(Path.of(arguments[1]), halt);
    } else {
      PGSimpleDataSource source =
          PostgresServer.dataSource(Integer.parseInt(arguments[1]), "postgres");
      source.setCurrentSchema(arguments[2]);
      PostgresSchema.migrate(new PostgresSessions(source), halt);
    }
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE_STATEMENT;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    if (statementsLeft.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(DIED);
    }
  }

  @Override
  public String getCallbackName() {
    return "halt";
  }
}
