package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.store.UnitOfWork;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of work that waits for its commit, and whoever waits for its end. */
final class Unit<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Unit.class);
  private final UnitOfWork<T> work;
  private final CompletableFuture<T> end = new CompletableFuture<>();
  private @Nullable T value;
  private @Nullable Throwable failure;
  private List<Runnable> effects = List.of();

  Unit(UnitOfWork<T> work) {
    this.work = work;
  }

  CompletableFuture<T> end() {
    return end;
  }

  /** Runs it, for the first time or anew. */
  void run(JdbcTx tx) {
    failure = null;
    value = work.run(tx);
    effects = tx.takeEffects();
  }

  /** It failed by itself, and was undone by itself. */
  void failed(Throwable reason) {
    failure = reason;
    effects = List.of();
  }

  /** The transaction that it ran in has ended well. */
  @SuppressWarnings("NullAway") // a unit of work decides itself whether it gives null
  void acknowledge() {
    if (failure != null) {
      end.completeExceptionally(failure);
      return;
    }
    try {
      effects.forEach(Unit::run);
    } finally {
      end.complete(value);
    }
  }

  /** An effect that fails takes nothing from those after it, nor from other units. */
  private static void run(Runnable effect) {
    try {
      effect.run();
    } catch (RuntimeException | Error e) {
      LOG.error("an effect after a commit failed", e);
    }
  }

  void refuse(Throwable told) {
    end.completeExceptionally(told);
  }
}
