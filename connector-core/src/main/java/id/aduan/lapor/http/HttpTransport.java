package id.aduan.lapor.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Carries HTTP calls. Implementations are safe for use by many threads, follow no redirect, keep no
 * cookie, and answer or fail within the call's deadline.
 */
public interface HttpTransport extends AutoCloseable {
  /**
   * Sends one request and waits for its answer.
   *
   * @return the answer, whatever its status
   * @throws HttpFailure when there is none; it says whether anything can have been stored
   */
  HttpReply exchange(HttpCall call) throws HttpFailure;

  /** The same for a call that changes nothing at the far end, whatever its method. */
  default HttpReply read(HttpCall call) throws HttpFailure {
    return exchange(call);
  }

  /**
   * Sends one request that changes nothing, and writes the body of a successful answer to {@code
   * to} as it comes, so that a large one is never in memory whole. What was written before a
   * failure is a part of it at most, and worth nothing. A transport that has its answers in memory
   * anyway takes no more than {@link HttpBounds#REPLY_BYTES_MAX}.
   *
   * @param bytesMax the largest body that is taken, instead of {@link HttpBounds#replyBytesMax}; a
   *     larger one ends the call
   * @return the answer; its body is empty where it was written to {@code to}, and where it is no
   *     success it is read within the call's own bounds
   * @throws HttpFailure when there is none, when it ended early, when {@code to} took no more, and
   *     when it was larger ({@link HttpFailure#isTooLarge})
   */
  default HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    HttpReply reply = read(call.with(Map.of(), call.bounds().taking(bytesMax)));
    if (!reply.isSuccess()) {
      return reply;
    }
    if (reply.body().length > bytesMax) {
      throw HttpFailure.tooLarge(call, bytesMax);
    }
    try {
      to.write(reply.body());
    } catch (IOException e) {
      throw new HttpFailure(
          HttpFailure.Kind.UNCERTAIN, call.summary() + ": nobody took the answer", e);
    }
    return reply.withoutBody();
  }

  @Override
  default void close() {}
}
