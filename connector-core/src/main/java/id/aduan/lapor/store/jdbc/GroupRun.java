package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.store.jdbc.Database.Trouble;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Runs the units of a group in one transaction. First in trust that none fails, so that their
 * writes go out together; when one does, all are undone and each is run anew within a savepoint of
 * its own. A collision with another session has the group run anew as it is (F26).
 */
final class GroupRun {
  private static final int COLLISIONS_MAX = 5;
  private static final long PAUSE_NANOS_FIRST = 5_000_000;
  private final WriteSession session;
  private final RandomGenerator chance;

  GroupRun(WriteSession session, RandomGenerator chance) {
    this.session = session;
    this.chance = chance;
  }

  /**
   * Keeps a group, apart from units that failed by themselves; those know it.
   *
   * @return what stopped the group as a whole, if something did: then nobody can be told that
   *     anything was kept
   */
  Optional<Throwable> keep(List<Unit<?>> group) {
    boolean oneByOne = false;
    int collisions = 0;
    while (true) {
      try {
        run(group, oneByOne);
        session.commit();
        return Optional.empty();
      } catch (SQLException | RuntimeException | Error e) {
        boolean usable = session.undo(e);
        Trouble trouble = session.trouble(e);
        if (usable && trouble == Trouble.OF_ONE_UNIT && !oneByOne) {
          if (group.size() == 1 && JdbcTx.causeOf(e).isEmpty()) {
            group.get(0).failed(e);
            return Optional.empty();
          }
          oneByOne = true;
        } else if (usable && trouble == Trouble.COLLISION && collisions < COLLISIONS_MAX) {
          collisions++;
          LockSupport.parkNanos(chance.nextLong(PAUSE_NANOS_FIRST << collisions));
        } else {
          // A statement that was wrong outside every unit is a transaction that is none any more.
          if (!usable || trouble == Trouble.OF_ONE_UNIT) {
            session.giveUp(e);
          }
          return Optional.of(e);
        }
      }
    }
  }

  private void run(List<Unit<?>> group, boolean oneByOne) throws SQLException {
    JdbcTx tx = session.begin();
    for (Unit<?> unit : group) {
      if (oneByOne) {
        runAlone(unit, tx);
      } else {
        unit.run(tx);
      }
    }
    tx.flush();
  }

  private void runAlone(Unit<?> unit, JdbcTx tx) throws SQLException {
    Savepoint before = tx.savepoint();
    try {
      unit.run(tx);
      tx.release(before);
    } catch (SQLException | RuntimeException | Error e) {
      if (session.trouble(e) != Trouble.OF_ONE_UNIT) {
        throw e;
      }
      tx.rollback(before);
      unit.failed(told(e));
    }
  }

  private static Throwable told(Throwable failure) {
    return failure instanceof SQLException e ? JdbcTx.failure(e) : failure;
  }
}
