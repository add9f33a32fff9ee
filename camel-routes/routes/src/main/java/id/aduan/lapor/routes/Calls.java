package id.aduan.lapor.routes;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** Turns calls into requests of Apache's client, and its responses into replies. */
final class Calls {
  private static final Set<String> WITH_CONTENT = Set.of("POST", "PUT", "PATCH");

  private Calls() {}

  /** The answer goes on past the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The request with the call's headers alone; the client adds host, length and connection. */
  static HttpUriRequestBase request(HttpCall call) {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
    request.setConfig(HttpClients.config(call.bounds().connect()));
    call.headers().forEach(request::setHeader);
    Optional<HttpCall.Body> body = call.body();
    if (body.isPresent()) {
      request.setHeader("Content-Type", body.get().contentType());
      request.setEntity(new ByteArrayEntity(body.get().bytes(), null));
    } else if (WITH_CONTENT.contains(call.method())) {
      request.setEntity(new ByteArrayEntity(new byte[0], null));
    }
    return request;
  }

  /**
   * Reads the answer as it came, compressed or not.
   *
   * @throws TooLarge when more comes than allowed; the rest is not read
   */
  static HttpReply reply(ClassicHttpResponse response, int bytesMax) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return new HttpReply(response.getCode(), headers, body(response.getEntity(), bytesMax));
  }

  private static byte[] body(@Nullable HttpEntity entity, int bytesMax) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    byte[] bytes = content.readNBytes(bytesMax);
    if (content.read() >= 0) {
      throw new TooLarge();
    }
    return bytes;
  }
}
