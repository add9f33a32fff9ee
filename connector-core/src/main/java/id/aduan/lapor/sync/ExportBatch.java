package id.aduan.lapor.sync;

import id.aduan.lapor.portal.PortalExport.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Gathers rows, and hands them on so many at a time, on a thread of its own: while some are kept,
 * the next ones are read. Never more than two lots are in memory, and one follows the other. For
 * one thread.
 */
final class ExportBatch implements AutoCloseable {
  private final int rowsMax;
  private final Consumer<List<Told>> full;
  private final Runnable done;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "lapor-import");
            thread.setDaemon(true);
            return thread;
          });
  private List<Told> rows = new ArrayList<>();
  private Optional<CompletableFuture<Void>> before = Optional.empty();

  /**
   * Makes it.
   *
   * @param done told on the caller's thread after each lot
   */
  ExportBatch(int rowsMax, Consumer<List<Told>> full, Runnable done) {
    this.rowsMax = rowsMax;
    this.full = full;
    this.done = done;
  }

  /** Adds a row; fails as the lot before did. */
  void add(Told row) {
    rows.add(row);
    if (rows.size() >= rowsMax) {
      handOn();
    }
  }

  /** Hands on the rest, and waits for its end. */
  void finish() {
    handOn();
    await();
  }

  private void handOn() {
    await();
    List<Told> lot = rows;
    rows = new ArrayList<>();
    if (!lot.isEmpty()) {
      before = Optional.of(CompletableFuture.runAsync(() -> full.accept(lot), worker));
    }
  }

  private void await() {
    if (before.isPresent()) {
      CompletableFuture<Void> last = before.get();
      before = Optional.empty();
      try {
        last.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException ours ? ours : e;
      }
      done.run();
    }
  }

  /** Lets the lot that is under way end. */
  @Override
  public void close() {
    before.ifPresent(last -> last.handle((kept, failure) -> true).join());
    worker.shutdown();
  }
}
