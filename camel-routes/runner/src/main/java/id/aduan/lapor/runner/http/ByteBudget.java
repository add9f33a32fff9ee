package id.aduan.lapor.runner.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes may be held at once for all requests together (C22). Safe for many threads. */
final class ByteBudget {
  private final long bytesMax;
  private final AtomicLong taken = new AtomicLong();

  ByteBudget(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** An eighth of the heap, and always enough for one body of the greatest length. */
  static ByteBudget ofHeap(long heapBytesMax, int bodyBytesMax) {
    return new ByteBudget(Math.max(2L * bodyBytesMax, heapBytesMax / 8));
  }

  /** Whether there was room; then as much must be given back. */
  boolean take(long bytes) {
    if (bytes == 0) {
      return true;
    }
    long before = taken.get();
    while (before + bytes <= bytesMax) {
      if (taken.compareAndSet(before, before + bytes)) {
        return true;
      }
      before = taken.get();
    }
    return false;
  }

  void give(long bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}
