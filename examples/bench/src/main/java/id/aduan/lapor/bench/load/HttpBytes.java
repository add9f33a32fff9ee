package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Requests or answers of one HTTP/1.1 connection as they come in, without pipelining: as much of
 * the protocol as the connector speaks. Of a message whose body is larger than 64 kB the body is
 * counted and not kept. Of one thread.
 */
final class HttpBytes {
  private static final int KEPT_MAX = 64 << 10;
  private static final int BYTES_MAX = 4 * KEPT_MAX;
  private static final String LENGTH = "content-length:";

  private byte[] bytes = new byte[4_096];
  private int filled;
  private String largeHead = "";
  private long largeLeft;

  /**
   * A whole message.
   *
   * @param first its first line
   * @param head its first line and its headers, in their own case
   * @param body empty when it was too large to be kept
   */
  record Message(String first, String head, String body) {
    /** The value of a header, or nothing. */
    String header(String lowerCaseName) {
      String lower = head.toLowerCase(Locale.ROOT);
      int at = lower.indexOf("\r\n" + lowerCaseName + ":");
      if (at < 0) {
        return "";
      }
      int begin = at + lowerCaseName.length() + 3;
      int end = head.indexOf('\r', begin);
      return head.substring(begin, end < 0 ? head.length() : end).strip();
    }
  }

  /**
   * Reads what is there.
   *
   * @return false when the other side has closed
   */
  boolean readFrom(SocketChannel channel) throws IOException {
    if (filled == bytes.length) {
      if (filled >= BYTES_MAX) {
        throw new IOException("a message of more than " + BYTES_MAX + " bytes");
      }
      bytes = Arrays.copyOf(bytes, 2 * filled);
    }
    int read = channel.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled));
    filled += Math.max(0, read);
    return read >= 0;
  }

  /** The next message, if it is here as a whole; it is taken out. */
  Optional<Message> next() throws IOException {
    if (largeLeft > 0) {
      return passOver();
    }
    int end = endOfHead();
    if (end < 0) {
      return Optional.empty();
    }
    String head = new String(bytes, 0, end, ISO_8859_1);
    int length = lengthOf(head);
    int begin = end + 4;
    if (length > KEPT_MAX) {
      take(begin);
      largeHead = head;
      largeLeft = length;
      return passOver();
    }
    if (filled < begin + length) {
      return Optional.empty();
    }
    String body = new String(bytes, begin, length, ISO_8859_1);
    take(begin + length);
    return Optional.of(message(head, body));
  }

  private Optional<Message> passOver() {
    int here = (int) Math.min(filled, largeLeft);
    take(here);
    largeLeft -= here;
    return largeLeft > 0 ? Optional.empty() : Optional.of(message(largeHead, ""));
  }

  private static Message message(String head, String body) {
    int line = head.indexOf('\r');
    return new Message(line < 0 ? head : head.substring(0, line), head, body);
  }

  private void take(int count) {
    filled -= count;
    System.arraycopy(bytes, count, bytes, 0, filled);
  }

  private int endOfHead() {
    for (int i = 3; i < filled; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i - 3;
      }
    }
    return -1;
  }

  private static int lengthOf(String head) throws IOException {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(LENGTH);
    if (at < 0) {
      if (lower.contains("transfer-encoding:")) {
        throw new IOException("a message in chunks, which this reader does not know");
      }
      return 0;
    }
    int end = lower.indexOf('\r', at);
    return Integer.parseInt(
        lower.substring(at + LENGTH.length(), end < 0 ? lower.length() : end).strip());
  }

  /** Writes all of it. The other side reads at once, so that its buffers have room. */
  static void write(SocketChannel channel, ByteBuffer all) throws IOException {
    int refusals = 0;
    while (all.hasRemaining()) {
      if (channel.write(all) == 0) {
        if (++refusals > 1_000_000) {
          throw new IOException("the other side reads nothing");
        }
        Thread.onSpinWait();
      }
    }
  }
}
