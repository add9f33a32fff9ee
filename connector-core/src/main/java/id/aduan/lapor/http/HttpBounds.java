package id.aduan.lapor.http;

import java.time.Duration;

/**
 * How long and how much one call may take.
 *
 * @param connect the most that joining one address of the host may take; a transport may count the
 *     TLS handshake in
 * @param deadline the most that the whole exchange may take, the last byte of the answer included
 * @param replyBytesMax the largest answer body that is read; a larger one fails the call
 */
public record HttpBounds(Duration connect, Duration deadline, int replyBytesMax) {
  /** What nobody may exceed. */
  public static final int REPLY_BYTES_MAX = 10 * 1024 * 1024;

  /** The same for an answer that is kept in memory and of which no more is wanted. */
  HttpBounds taking(long bytesMax) {
    return new HttpBounds(connect, deadline, (int) Math.min(bytesMax, REPLY_BYTES_MAX));
  }

  /** The same with another deadline. */
  public HttpBounds within(Duration other) {
    return new HttpBounds(connect, other, replyBytesMax);
  }
}
