package id.aduan.lapor.http;

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

  @Override
  default void close() {}
}
