package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * What the store has to know of the product that it runs on, and the only place that knows it.
 * Everything else is SQL that both products read.
 */
interface Database extends AutoCloseable {

  /** What a failure means for the transaction, and for those that follow. */
  enum Trouble {
    /** The statement was wrong: the unit of work that sent it failed, and no other. */
    OF_ONE_UNIT,
    /** Two sessions were in each other's way: the same work may be done again at once. */
    COLLISION,
    /** Nothing was kept, for want of room or of a lock; what comes later may be. */
    FOR_NOW,
    /** The connection is gone, and whether the commit took place nobody knows. */
    CONNECTION_LOST,
    /** Nothing can be trusted until the store is opened anew. */
    FOR_GOOD
  }

  /** What happens at the start of the one that writes. */
  enum Owner {
    /** Nobody else writes: a claim of before this start has no holder any more. */
    ALONE,
    /** Other nodes write too, and hold claims. */
    ONE_OF_SEVERAL
  }

  /** How the store is called in a message. */
  String name();

  Owner owner();

  /**
   * Brings the tables to this version; makes them if there are none.
   *
   * @throws id.aduan.lapor.failure.StoreVersionException when they are none that this version can
   *     use
   * @throws StoreException when they could not be made
   */
  void migrate();

  /** Lets pass tables of this version alone; with the same failures as {@link #migrate}. */
  void requireCurrent();

  /**
   * Connects the one writer. Auto-commit is off.
   *
   * @throws StoreException when there is no connection, or none that keeps what it says it kept
   */
  Connection connectForWriting();

  /** Connects for reads that see one consistent state until they are rolled back. */
  Connection connectForReading();

  /** The first statement of each write transaction; makes it the only one of all nodes. */
  void begin(JdbcTx tx) throws SQLException;

  /** The last one before its commit. */
  void beforeCommit(JdbcTx tx) throws SQLException;

  /** Lets go of a connection; what it had under way is undone. */
  void disconnect(Connection connection) throws SQLException;

  Trouble trouble(SQLException failure);

  InstantSource clock(InstantSource local);

  /**
   * The database's own clock in milliseconds as SQL, or {@code null} where the given time rules.
   */
  String clockSql();

  /**
   * What a claim adds to its query, so that it never waits for a row that another session holds.
   */
  String skipLockedSql();

  /** The column that numbers the rows of every table. */
  String rowNumberSql();

  /** Queries whose rows tell what is wrong with the database as a whole. */
  List<String> selfCheckSql();

  /** Lets go of what an owner holds apart from its connections. */
  @Override
  void close();
}
