package id.aduan.lapor.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that go out, of a known number, and may be read again from their beginning: what was broken
 * off is sent anew. Safe for use by many threads.
 */
public interface Content {
  /** How many bytes each reading gives. */
  long length();

  /**
   * Begins to read; whoever does closes the stream.
   *
   * @throws IOException when it cannot be read any more, or is not what it was
   */
  InputStream open() throws IOException;

  /** What is in memory already. */
  static Content of(byte[] bytes) {
    return new InMemory(bytes);
  }

  /** Bytes in memory. Its text form shows nothing of them. */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record InMemory(byte[] bytes) implements Content {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public String toString() {
      return "InMemory[" + bytes.length + " bytes]";
    }
  }
}
