package id.aduan.lapor.runner;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.runner.answer.ReconcileBusyException;
import id.aduan.lapor.runner.answer.ReconcileWork;
import id.aduan.lapor.sync.Reconciler;
import id.aduan.lapor.sync.Reconciliation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Comparisons on a thread of their own, since a portal may take hours to tell all that it has. */
final class ConnectorReconcile implements ReconcileWork {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorReconcile.class);
  private static final String BUSY = "another comparison is under way; nothing was compared";
  private final Reconciler reconciler;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean applies;
  private Standing standing = new Standing(false, Optional.empty(), "");

  ConnectorReconcile(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  @Override
  public Standing begin(Order order) {
    String actor = order.operator().actor();
    lock.lock();
    try {
      if (standing.running() && applies != order.apply()) {
        throw new ReconcileBusyException();
      }
      if (!standing.running()) {
        applies = order.apply();
        standing = new Standing(true, Optional.empty(), "");
        Thread thread = new Thread(() -> compare(order.apply(), actor), "lapor-reconcile");
        thread.setDaemon(true);
        thread.start();
      }
      return standing;
    } finally {
      lock.unlock();
    }
  }

  private void compare(boolean apply, String actor) {
    Standing end;
    try {
      Optional<Reconciliation.Report> report = reconciler.run(apply, actor);
      end = new Standing(false, report, report.isPresent() ? "" : BUSY);
    } catch (LaporException e) {
      end = new Standing(false, Optional.empty(), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("the comparison with the portal failed with {}", e.getClass().getName());
      end = new Standing(false, Optional.empty(), "it failed; the log says why");
    }
    lock.lock();
    try {
      standing = end;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Standing await(Duration max) {
    lock.lock();
    try {
      long nanos = max.toNanos();
      while (standing.running() && nanos > 0) {
        nanos = ended.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return standing();
  }

  private Standing standing() {
    lock.lock();
    try {
      return standing;
    } finally {
      lock.unlock();
    }
  }
}
