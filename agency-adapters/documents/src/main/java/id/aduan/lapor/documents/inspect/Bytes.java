package id.aduan.lapor.documents.inspect;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that is read here and there through one small window. Not safe for use by many threads.
 */
final class Bytes implements Closeable {
  static final int WINDOW = 1 << 15;

  /** How many lists of a camera's notes are read of one file: they may lie, and point, anywhere. */
  static final int LISTS_MAX = 256;

  private final FileChannel channel;
  private final long size;
  private final byte[] window = new byte[WINDOW];
  private long from;
  private int filled;
  private boolean failed;
  private int lists;
  private long windows;

  private Bytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static Bytes of(Path file) throws IOException {
    return new Bytes(FileChannel.open(file, StandardOpenOption.READ));
  }

  long size() {
    return size;
  }

  int u8(long at) throws IOException, Broken {
    if (at < from || at >= from + filled) {
      fill(at);
    }
    return window[(int) (at - from)] & 0xFF;
  }

  /** Whether one more list of notes may be read; each costs a few windows wherever it lies. */
  boolean mayReadList() {
    lists++;
    return lists <= LISTS_MAX;
  }

  /** How often the window was filled so far, which is what a look costs. */
  long windows() {
    return windows;
  }

  private void fill(long at) throws IOException, Broken {
    if (at < 0 || at >= size) {
      throw new Broken("ends before " + at);
    }
    // Some bytes before it stay in the window: directories are walked back and forth.
    from = Math.max(0, at - 64);
    filled = 0;
    windows++;
    ByteBuffer to = ByteBuffer.wrap(window);
    while (to.hasRemaining()) {
      int got = channel.read(to, from + filled);
      if (got <= 0) {
        break;
      }
      filled += got;
    }
    if (at >= from + filled) {
      throw new Broken("ends before " + at);
    }
  }

  int u16be(long at) throws IOException, Broken {
    return (u8(at) << 8) | u8(at + 1);
  }

  int u16le(long at) throws IOException, Broken {
    return u8(at) | (u8(at + 1) << 8);
  }

  long u32be(long at) throws IOException, Broken {
    return ((long) u16be(at) << 16) | u16be(at + 2);
  }

  long u32le(long at) throws IOException, Broken {
    return u16le(at) | ((long) u16le(at + 2) << 16);
  }

  /** Negative where it is beyond what a file can hold. */
  long u64le(long at) throws IOException, Broken {
    return u32le(at) | (u32le(at + 4) << 32);
  }

  /** One char for each byte. */
  String text(long at, int length) throws IOException, Broken {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) u8(at + i);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  boolean is(long at, String text) throws IOException {
    if (at < 0 || at + text.length() > size) {
      return false;
    }
    try {
      return text(at, text.length()).equals(text);
    } catch (Broken shorter) {
      return false;
    }
  }

  void copy(long at, long length, OutputStream to) throws IOException {
    try (InputStream in = stream(at, length)) {
      in.transferTo(to);
    }
  }

  /** Whether a stream failed because the file could not be read, and not for what it holds. */
  boolean failed() {
    return failed;
  }

  /** A part of it, read by a position of its own; ends early where the file does. */
  InputStream stream(long at, long length) {
    return new Part(at, length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class Part extends InputStream {
    private long next;
    private final long end;

    Part(long at, long length) {
      next = at;
      end = at + Math.min(length, Math.max(0, size - at));
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, to.length);
      if (next >= end) {
        return -1;
      }
      int most = (int) Math.min(length, end - next);
      try {
        int got = channel.read(ByteBuffer.wrap(to, offset, most), next);
        next += Math.max(0, got);
        return got;
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }
}
