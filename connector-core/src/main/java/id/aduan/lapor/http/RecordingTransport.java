package id.aduan.lapor.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Notes what would be sent, and sends nothing: it opens no connection and has none to open. Whoever
 * is to call by it is told that nothing was sent; only a request for an access token is answered,
 * with one that no system knows, so that the request behind it can be seen. Keeps at most {@link
 * #CALLS_MAX} calls. Safe for use by many threads.
 */
public final class RecordingTransport implements HttpTransport {
  /** Of more, the first are kept. */
  public static final int CALLS_MAX = 16;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TOKEN_REQUEST = "grant_type=client_credentials";
  private static final HttpReply TOKEN =
      new HttpReply(
          200,
          Map.of("content-type", "application/json"),
          "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"expires_in\":60}"
              .getBytes(StandardCharsets.US_ASCII));

  private final List<HttpCall> calls = new ArrayList<>();

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    if (isForToken(call)) {
      return TOKEN;
    }
    synchronized (calls) {
      if (calls.size() < CALLS_MAX) {
        calls.add(call);
      }
    }
    throw new HttpFailure(HttpFailure.Kind.NOT_SENT, call.summary() + ": only shown, not sent");
  }

  private static boolean isForToken(HttpCall call) {
    return call.body()
        .filter(body -> body.contentType().equals(FORM))
        .filter(
            body -> new String(body.bytes(), StandardCharsets.US_ASCII).startsWith(TOKEN_REQUEST))
        .isPresent();
  }

  /** What would have been sent, in order. */
  public List<HttpCall> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }
}
