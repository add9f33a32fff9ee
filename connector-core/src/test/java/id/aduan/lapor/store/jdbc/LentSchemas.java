package id.aduan.lapor.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Schemas of {@link PostgresServer} with the store's tables, empty, from one test to the next: to
 * make them costs a third of a second of processor time, to empty them a hundredth. One in which a
 * test leaves other tables, columns, indexes, constraints or triggers behind, or a lock, is not
 * lent again.
 */
final class LentSchemas {
  /** What a schema is made of, without its name; and by which versions it was made. */
  private static final String STRUCTURE =
      """
      select md5(string_agg(line, ';' order by line)) from (
        select c.relname || a.attname || a.atttypid || a.attnotnull as line
          from pg_attribute a join pg_class c on c.oid = a.attrelid
          where c.relnamespace = current_schema()::regnamespace
        union all select 'trigger ' || t.tgname || t.tgenabled::text
          from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal
        union all select 'check ' || conname || replace(
            pg_get_constraintdef(oid), current_schema(), '') from pg_constraint
          where connamespace = current_schema()::regnamespace
        union all select replace(indexdef, current_schema(), '') from pg_indexes
          where schemaname = current_schema()
        union all select 'made ' || coalesce(version, '') || script || coalesce(checksum, 0) || success
          from lapor_schema_history
      ) as lines""";

  private static final String EMPTY =
      """
      do $$
      declare found record;
      begin
        set local session_replication_role = replica;
        for found in
          select tablename from pg_tables
          where schemaname = current_schema() and tablename <> 'lapor_schema_history'
        loop
          execute 'delete from ' || quote_ident(found.tablename);
        end loop;
        perform setval(oid::regclass, 1, false) from pg_class
          where relkind = 'S' and relnamespace = current_schema()::regnamespace;
      end $$""";

  /** What a test may do to a schema, so that it is not used again: a lock, no history. */
  private static final Set<String> LEFT_BEHIND = Set.of("55P03", "42P01");

  /** Their names: what a test sets on a source of connections goes with it. */
  private static final Deque<String> FREE = new ArrayDeque<>();

  private LentSchemas() {}

  private static final class Untouched {
    static final String STRUCTURE_OF_IT = make();

    private static String make() {
      PGSimpleDataSource source = PostgresServer.newSchema();
      Database database = new PostgresDatabase(source);
      database.migrate();
      database.close();
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        return structure(statement);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** One without rows; whether its tables are made already is not said. */
  static synchronized PGSimpleDataSource lend() {
    String free = FREE.poll();
    return free == null ? PostgresServer.newSchema() : PostgresServer.inSchema(free);
  }

  static synchronized void takeBack(PGSimpleDataSource source) {
    String schema = source.getCurrentSchema();
    try (Connection connection = PostgresServer.inSchema(schema).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '1s'");
      if (structure(statement).equals(Untouched.STRUCTURE_OF_IT)) {
        statement.execute(EMPTY);
        FREE.add(schema);
      }
    } catch (SQLException e) {
      if (!LEFT_BEHIND.contains(e.getSQLState())) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String structure(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(STRUCTURE)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
