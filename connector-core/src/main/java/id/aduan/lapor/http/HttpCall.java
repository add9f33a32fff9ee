package id.aduan.lapor.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request. Redirects are never followed, so credentials reach only the host in {@code
 * uri}.
 *
 * @param body the request body with its media type, or empty for none
 * @param deadline the most that the whole exchange may take, the last byte of the answer included
 * @param replyBytesMax the largest answer body that is read; a larger one fails the call
 */
public record HttpCall(
    String method,
    URI uri,
    Map<String, String> headers,
    Optional<Body> body,
    Duration deadline,
    int replyBytesMax) {

  public static final int REPLY_BYTES_MAX = 10 * 1024 * 1024;

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** The bytes of a request and what they are. */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  public record Body(String contentType, byte[] bytes) {
    @Override
    public String toString() {
      return "Body[" + contentType + ", " + bytes.length + " bytes]";
    }
  }

  /** Method and address without the query, which may name a person; headers never appear. */
  public String summary() {
    return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }

  @Override
  public String toString() {
    return "HttpCall[" + summary() + "]";
  }
}
