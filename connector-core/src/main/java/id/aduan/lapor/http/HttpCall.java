package id.aduan.lapor.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request. Redirects are never followed, so credentials reach only the host in {@code
 * uri}.
 *
 * @param body the request body with its media type, or empty for none
 * @param tls who we are and whom we believe where {@code uri} is an https one
 */
public record HttpCall(
    String method,
    URI uri,
    Map<String, String> headers,
    Optional<Body> body,
    HttpBounds bounds,
    TlsIdentity tls) {

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

  /** The same with these headers added, and within other bounds. */
  public HttpCall with(Map<String, String> more, HttpBounds within) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new HttpCall(method, uri, all, body, within, tls);
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
