package id.aduan.lapor.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP answer, whatever its status.
 *
 * @param headers by lower-case name, the first value of each
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record HttpReply(int status, Map<String, String> headers, byte[] body) {
  public HttpReply {
    headers = Map.copyOf(headers);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The media type without its parameters, in lower case; empty if none was sent. */
  public String mediaType() {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same where the body went elsewhere. */
  public HttpReply withoutBody() {
    return new HttpReply(status, headers, new byte[0]);
  }

  @Override
  public String toString() {
    return "HttpReply[" + status + ", " + body.length + " bytes]";
  }
}
