package id.aduan.lapor.runner.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Reads a body as it comes, without holding a thread, up to a limit. Made for one request. */
final class BodyReader implements ReadListener {
  private static final int BUFFER_BYTES = 8 * 1024;
  private final ServletInputStream in;
  private final int bytesMax;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  private BodyReader(ServletInputStream in, int bytesMax) {
    this.in = in;
    this.bytesMax = bytesMax;
  }

  /** The body is longer than was allowed; the rest of it is not read. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The raw bytes, once all of them are there.
   *
   * @return fails with {@link TooLargeException} past the limit, and with Jetty's own exception
   *     when the body is not well-formed or ends early
   */
  static CompletableFuture<byte[]> read(ServletInputStream in, int bytesMax) {
    BodyReader reader = new BodyReader(in, bytesMax);
    in.setReadListener(reader);
    return reader.whole;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!whole.isDone() && in.isReady()) {
      int count = in.read(buffer);
      if (count < 0) {
        return;
      }
      if (bytes.size() + count > bytesMax) {
        whole.completeExceptionally(new TooLargeException());
        return;
      }
      bytes.write(buffer, 0, count);
    }
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
