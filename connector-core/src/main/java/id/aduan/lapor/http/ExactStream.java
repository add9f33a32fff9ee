package id.aduan.lapor.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Gives exactly as many bytes as were announced. Before the last of them it makes sure that there
 * are no more, so that what turns out to be another file than was meant never goes out whole. Not
 * safe for use by many threads.
 */
final class ExactStream extends InputStream {
  private final InputStream in;
  private long left;

  ExactStream(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    if (length == 0) {
      return 0;
    }
    try {
      int read = in.read(bytes, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw new ContentFailure("what was to go out ended early");
      }
      left -= read;
      if (left == 0 && in.read() >= 0) {
        throw new ContentFailure("what was to go out is longer than it was");
      }
      return read;
    } catch (ContentFailure e) {
      throw e;
    } catch (IOException e) {
      throw new ContentFailure("what was to go out could not be read", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
