package id.aduan.lapor.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body as it comes, a few buffers in memory, and ends the exchange when more comes than is
 * taken. Nothing is written once it is closed, so whoever was waited for too long cannot write into
 * what is somebody else's by then.
 */
final class StreamedBody implements BodySubscriber<byte[]>, AutoCloseable {
  private final long bytesMax;
  private final OutputStream to;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private long written;
  private boolean closed;
  private boolean announcedTooLarge;

  StreamedBody(long bytesMax, OutputStream to) {
    this.bytesMax = bytesMax;
    this.to = to;
  }

  /** More comes, or is said to come, than is taken. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** This, once it has seen what is announced of the body. */
  synchronized StreamedBody of(ResponseInfo info) {
    announcedTooLarge =
        info.headers().firstValueAsLong("content-length").stream().anyMatch(it -> it > bytesMax);
    return this;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    if (announcedTooLarge) {
      end(new TooLarge());
    } else {
      subscription.request(1);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    if (closed) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        write(buffer);
      }
      if (subscription != null) {
        subscription.request(1);
      }
    } catch (IOException e) {
      end(e);
    }
  }

  private void write(ByteBuffer buffer) throws IOException {
    if (buffer.remaining() > bytesMax - written) {
      throw new TooLarge();
    }
    byte[] chunk = new byte[buffer.remaining()];
    buffer.get(chunk);
    to.write(chunk);
    written += chunk.length;
  }

  private void end(IOException why) {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
    whole.completeExceptionally(why);
  }

  @Override
  public void onError(Throwable cause) {
    whole.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    whole.complete(new byte[0]);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
