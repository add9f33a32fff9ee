package id.aduan.lapor.store;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The durable store, as far as transactions go. Safe for use by many threads.
 *
 * <p>A unit of work is acknowledged only after it survives {@code kill -9} and a power cut (C1,
 * C15).
 */
public interface Store extends AutoCloseable {

  /**
   * Runs a unit of work on the store's own thread, together with others that wait.
   *
   * @return completes after the commit; fails with the unit's own exception, which undoes that unit
   *     alone, or with {@link StoreException} when nothing was kept
   */
  <T> CompletableFuture<T> submit(UnitOfWork<T> work);

  /**
   * Runs reads against one consistent state, on the caller's thread. Writes are refused. Run once
   * more where the connection turns out to be dead.
   */
  <T> T read(UnitOfWork<T> work);

  /**
   * Runs a unit of work and waits for its commit. Not to be called from within a unit of work.
   *
   * @throws StoreException when nothing was kept
   */
  default <T> T inTransaction(UnitOfWork<T> work) {
    try {
      return submit(work).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LaporException ours) {
        throw ours;
      }
      throw e.getCause() instanceof RuntimeException bug ? bug : e;
    }
  }

  /** How many units of work wait for their turn; changes all the time. */
  default int waiting() {
    return 0;
  }

  /**
   * The clock that everybody who shares this store goes by (C17, C21): the database's own where
   * several nodes share one, else the local one. Never goes back within a process.
   */
  default InstantSource clock(InstantSource local) {
    return local;
  }

  /** Ends what is under way, refuses what comes after. */
  @Override
  void close();
}
