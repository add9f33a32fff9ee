package id.aduan.lapor.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /** What a request carries and what it is. */
  public record Body(String contentType, Content content) {
    /** Of what is in memory. */
    public Body(String contentType, byte[] bytes) {
      this(contentType, Content.of(bytes));
    }

    /**
     * The bytes of what is in memory.
     *
     * @throws IllegalStateException for what is read as it goes out
     */
    public byte[] bytes() {
      if (content instanceof Content.InMemory here) {
        return here.bytes();
      }
      throw new IllegalStateException("this body is read as it goes out");
    }

    /** Its text for a person to see; of what is read as it goes out, that and how long it is. */
    public String shown() {
      return content instanceof Content.InMemory
          ? new String(bytes(), StandardCharsets.UTF_8)
          : "[file, " + content.length() + " bytes]";
    }

    @Override
    public String toString() {
      return "Body[" + contentType + ", " + content.length() + " bytes]";
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
