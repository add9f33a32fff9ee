package id.aduan.lapor.runner.http;

import java.nio.ByteBuffer;

/** Follows the line ends of one request's header, which may come in any number of pieces. */
final class HeaderLines {
  private byte last;
  private boolean begun;
  private boolean ended;
  private int lineBytes;

  /** Whether a line ends by LF alone; the bytes are left as they are, and the body is not read. */
  boolean bareIn(ByteBuffer bytes) {
    for (int i = bytes.position(); i < bytes.limit() && !ended; i++) {
      byte next = bytes.get(i);
      if (next == '\n') {
        if (last != '\r') {
          return true;
        }
        ended = begun && lineBytes == 0;
        lineBytes = 0;
      } else if (next != '\r') {
        begun = true;
        lineBytes++;
      }
      last = next;
    }
    return false;
  }

  /** The next byte is the first of another header. */
  void restart() {
    last = 0;
    begun = false;
    ended = false;
    lineBytes = 0;
  }
}
