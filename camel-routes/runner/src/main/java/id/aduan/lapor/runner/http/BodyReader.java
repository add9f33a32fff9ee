package id.aduan.lapor.runner.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a body as it comes, without holding a thread, up to a limit and not slower than a pace.
 * Made for one request.
 */
final class BodyReader implements ReadListener {
  private static final int BUFFER_BYTES = 8 * 1024;
  private static final long LOOK_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(50);

  /** So much of every body is free, so that large ones leave room for usual ones. */
  static final int FREE_BYTES = 64 * 1024;

  private final ServletInputStream in;
  private final Rules rules;
  private final ByteBudget budget;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final long startNanos = System.nanoTime();
  private long takenBytes;
  private volatile long countedBytes;

  private BodyReader(ServletInputStream in, Rules rules, ByteBudget budget) {
    this.in = in;
    this.rules = rules;
    this.budget = budget;
  }

  /**
   * How much and how long.
   *
   * @param total from the first look to the last byte
   * @param grace how far a sender may be behind its pace
   * @param bytesPerSecondMin the pace
   */
  record Rules(int bytesMax, Duration total, Duration grace, int bytesPerSecondMin) {
    static Rules usual(int bytesMax) {
      return new Rules(bytesMax, Duration.ofSeconds(30), Duration.ofSeconds(5), 1_000);
    }

    /** After how long so many bytes are too few, or the body is too late. */
    Duration patience(long bytes) {
      Duration paced = grace.plusMillis(1_000 * bytes / bytesPerSecondMin);
      return paced.compareTo(total) < 0 ? paced : total;
    }
  }

  /** The body is longer than was allowed; the rest of it is not read. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** There is no memory for more of large bodies now; the rest of it is not read. */
  static final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The raw bytes, once all of them are there.
   *
   * @param budget what large bodies share; given back at the end, whatever it is
   * @return fails with {@link TooLargeException} past the limit, {@link NoRoomException} past the
   *     budget, {@link TimeoutException} when it comes too slowly, and with Jetty's own exception
   *     when the body is not well-formed or ends early
   */
  static CompletableFuture<byte[]> read(ServletInputStream in, Rules rules, ByteBudget budget) {
    BodyReader reader = new BodyReader(in, rules, budget);
    CompletableFuture<byte[]> ended =
        reader.whole.whenComplete((body, failure) -> reader.giveBack());
    reader.watch();
    in.setReadListener(reader);
    return ended;
  }

  /** Looks again when the bytes that are here would be too few; ends with the body. */
  private void watch() {
    Duration patience = rules.patience(countedBytes);
    long leftNanos = patience.toNanos() - (System.nanoTime() - startNanos);
    if (leftNanos <= 0) {
      whole.completeExceptionally(new TimeoutException("the body comes too slowly"));
      return;
    }
    var unused =
        whole
            .handle((body, failure) -> true)
            .completeOnTimeout(false, Math.max(leftNanos, LOOK_NANOS_MIN), TimeUnit.NANOSECONDS)
            .thenAccept(
                ended -> {
                  if (!ended) {
                    watch();
                  }
                });
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!whole.isDone() && in.isReady()) {
      int count = in.read(buffer);
      if (count < 0) {
        return;
      }
      if (bytes.size() + count > rules.bytesMax()) {
        whole.completeExceptionally(new TooLargeException());
        return;
      }
      if (!hasRoomFor(bytes.size() + count)) {
        whole.completeExceptionally(new NoRoomException());
        return;
      }
      bytes.write(buffer, 0, count);
      countedBytes = bytes.size();
    }
  }

  private synchronized boolean hasRoomFor(int length) {
    long more = Math.max(0, length - FREE_BYTES) - takenBytes;
    if (whole.isDone() || !budget.take(more)) {
      return false;
    }
    takenBytes += more;
    return true;
  }

  private synchronized void giveBack() {
    budget.give(takenBytes);
    takenBytes = 0;
  }

  @Override
  public void onAllDataRead() {
    whole.complete(bytes.toByteArray());
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }
}
