package id.aduan.lapor.runner.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;

/**
 * Jetty's parser of one connection, stricter where a proxy in front might read a request in another
 * way. It also tells how far that connection is and since when. Written by one thread at a time,
 * and read by the sweep of {@link ConnectionLimits}.
 */
final class HttpProgress extends HttpParser {
  private static final int EXTENSION_BYTES_MAX = 1024;
  private final HeaderLines lines = new HeaderLines();
  private int extensionBytes;
  private volatile Standing standing = Standing.at(Phase.IDLE);

  HttpProgress(RequestHandler handler, int headerBytesMax, HttpCompliance compliance) {
    super(handler, headerBytesMax, compliance);
  }

  /** What a connection is doing. */
  enum Phase {
    /** Not a byte of a request, or of the next one, has come. */
    IDLE,
    /** The first byte has come, and not yet the end of the header. */
    HEADER,
    /** The header is there, and not yet all of the body. */
    BODY,
    /** From the end of the request until all of the answer is written. */
    ANSWER
  }

  /**
   * A phase and since when, by the monotonic clock; body and answer both count from the end of the
   * header.
   */
  record Standing(Phase phase, long sinceNanos) {
    static Standing at(Phase phase) {
      return new Standing(phase, System.nanoTime());
    }

    /** Nothing goes on here until the other side sends more. */
    boolean waitsForSender() {
      return phase != Phase.ANSWER;
    }

    boolean longerThan(Duration limit) {
      return System.nanoTime() - sinceNanos > limit.toNanos();
    }
  }

  Standing standing() {
    return standing;
  }

  @Override
  public boolean parseNext(ByteBuffer buffer) {
    if (standing.phase() == Phase.IDLE && buffer.hasRemaining()) {
      standing = Standing.at(Phase.HEADER);
    }
    boolean handle = parseStrictly(buffer);
    if (standing.phase() == Phase.HEADER && !inHeaderState()) {
      standing = Standing.at(Phase.BODY);
    }
    if (standing.phase() == Phase.BODY && (!inContentState() || isState(State.CONTENT_END))) {
      standing = new Standing(Phase.ANSWER, standing.sinceNanos());
    }
    return handle;
  }

  /** Jetty takes a bare LF for the end of a line, and an extension of a chunk of any length. */
  private boolean parseStrictly(ByteBuffer buffer) {
    if (inHeaderState() && lines.bareIn(buffer)) {
      return refuse(buffer, "bare line feed");
    }
    boolean extension = isState(State.CHUNK_PARAMS);
    int before = buffer.remaining();
    boolean handle = super.parseNext(buffer);
    extensionBytes =
        extension && isState(State.CHUNK_PARAMS) ? extensionBytes + before - buffer.remaining() : 0;
    return extensionBytes > EXTENSION_BYTES_MAX ? refuse(buffer, "long chunk extension") : handle;
  }

  private boolean refuse(ByteBuffer buffer, String why) {
    buffer.position(buffer.limit());
    badMessage(new BadMessageException(why));
    return false;
  }

  @Override
  public void reset() {
    super.reset();
    lines.restart();
    standing = Standing.at(Phase.IDLE);
  }
}
