package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in a schema of a PostgreSQL database, which any number of nodes may share. Each write
 * transaction takes one advisory lock first, so that there is one writer in the whole cluster, as
 * there is on SQLite.
 */
final class PostgresDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

  /** Of the PostgreSQL driver's own state, and of others, when a connection broke. */
  private static final String CONNECTION_CLASS = "08";

  /** Shut down by an administrator, crashed, starting up; too many connections; left idle. */
  private static final Set<String> CONNECTION_ENDED =
      Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25P03", "25P04", "40003", "25006");

  private static final Set<String> COLLIDED = Set.of("40001", "40P01");

  /** A lock or a statement took too long; no room on the disk, or in memory. */
  private static final Set<String> FOR_NOW = Set.of("55P03", "57014", "53100", "53200", "53000");

  /** One round trip with the begin of the transaction; the clock is read once the lock is held. */
  private static final String BEGIN =
      "select (extract(epoch from clock_timestamp()) * 1000000)::bigint"
          + " from pg_advisory_xact_lock(?)";

  /** Somebody else held the one lock for as long as this session waits for it. */
  private static final String LOCKED = "55P03";

  /** Ends who has held the lock, or waited for it and held it, for longer than a writer may. */
  private static final String FREE =
      "select pg_terminate_backend(a.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid,"
          + " (select cast(? as bigint) as key) k where l.locktype = 'advisory' and l.granted"
          + " and l.objsubid = 1 and l.database = a.datid and a.datname = current_database()"
          + " and l.classid = ((k.key >> 32) & 4294967295)::oid"
          + " and l.objid = (k.key & 4294967295)::oid"
          + " and a.xact_start < clock_timestamp() - interval '20 s'";

  private final PostgresSessions sessions;
  private final DatabaseClock clock = new DatabaseClock(System::nanoTime);

  PostgresDatabase(DataSource source) {
    this.sessions = new PostgresSessions(source);
  }

  @Override
  public String name() {
    return "the PostgreSQL store";
  }

  @Override
  public Owner owner() {
    return Owner.ONE_OF_SEVERAL;
  }

  @Override
  public void migrate() {
    PostgresSchema.migrate(sessions);
  }

  @Override
  public void requireCurrent() {
    PostgresSchema.requireCurrent(sessions);
  }

  @Override
  public Connection connectForWriting() {
    return sessions.writing(clock);
  }

  @Override
  public Connection connectForReading() {
    return sessions.reading(clock);
  }

  @Override
  public void begin(JdbcTx tx) {
    long lock = lockOf(sessions.schema());
    try {
      tx.first(BEGIN, row -> row.getLong(1), lock).ifPresent(clock::set);
    } catch (StoreException e) {
      if (JdbcTx.causeOf(e).map(SQLException::getSQLState).filter(LOCKED::equals).isPresent()) {
        free(tx, lock, e);
      }
      throw e;
    }
  }

  /** Servers before 17 cannot end a transaction themselves whose node stopped half-way. */
  private static void free(JdbcTx tx, long lock, StoreException told) {
    try {
      tx.rollback();
      for (boolean ended : tx.list(FREE, row -> row.getBoolean(1), lock)) {
        LOG.warn(
            "a session has held the store's lock for more than 20 s; {}",
            ended ? "the server was told to end it" : "it could not be ended");
      }
    } catch (SQLException | StoreException e) {
      LOG.warn("a session that holds the store's lock cannot be ended: {}", e.getMessage());
      told.addSuppressed(e);
    }
  }

  /** One lock per schema: two stores in one database do not hold each other up. */
  static long lockOf(String schema) {
    return ByteBuffer.wrap(RowHash.of("lapor", schema)).getLong();
  }

  @Override
  public void beforeCommit(JdbcTx tx) {
    // PostgreSQL never ends a transaction without an error.
  }

  @Override
  public void afterCommit() {
    // that is the server's business
  }

  /** A session that was changed is no use to a pool: it ends, and the pool makes another. */
  @Override
  public void disconnect(Connection connection) throws SQLException {
    PostgresSessions.end(connection);
  }

  @Override
  public Trouble trouble(SQLException failure) {
    String state = failure.getSQLState();
    if (isOfConnection(state)) {
      return Trouble.CONNECTION_LOST;
    }
    if (COLLIDED.contains(state)) {
      return Trouble.COLLISION;
    }
    return FOR_NOW.contains(state) ? Trouble.FOR_NOW : Trouble.OF_ONE_UNIT;
  }

  /** What has no state did not come from the database. */
  private static boolean isOfConnection(@Nullable String state) {
    return state == null || state.startsWith(CONNECTION_CLASS) || CONNECTION_ENDED.contains(state);
  }

  @Override
  public InstantSource clock(InstantSource local) {
    return clock;
  }

  @Override
  public String clockSql() {
    return "(extract(epoch from clock_timestamp()) * 1000)::bigint";
  }

  @Override
  public String skipLockedSql() {
    return " for update skip locked";
  }

  @Override
  public String rowNumberSql() {
    return "id";
  }

  /** PostgreSQL looks after its pages itself; rows carry their own hashes. */
  @Override
  public List<String> selfCheckSql() {
    return List.of();
  }

  @Override
  public void close() {
    // the connections are all there is
  }
}
