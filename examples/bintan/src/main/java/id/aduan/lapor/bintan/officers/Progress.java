package id.aduan.lapor.bintan.officers;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How much has been begun, finished and answered. Thread-safe. */
final class Progress {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int open;
  private int answers;
  private @Nullable RuntimeException failure;

  void taken() {
    change(() -> open++);
  }

  void finished() {
    change(() -> open--);
  }

  void answered() {
    change(() -> answers++);
  }

  void failed(RuntimeException e) {
    change(() -> failure = e);
  }

  int answers() {
    lock.lock();
    try {
      return answers;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean awaitAllFinished(Duration waitMax) throws InterruptedException {
    long nanosLeft = waitMax.toNanos();
    lock.lock();
    try {
      while (open > 0 && failure == null && nanosLeft > 0) {
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      if (failure != null) {
        throw new IllegalStateException("an officer could not finish a ticket", failure);
      }
      return open == 0;
    } finally {
      lock.unlock();
    }
  }
}
