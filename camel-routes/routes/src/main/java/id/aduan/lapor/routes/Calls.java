package id.aduan.lapor.routes;

import id.aduan.lapor.http.Content;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

  /** Where an exchange says who takes the body of its answer. */
  static final String SINK = "LaporSink";

  private static final int CHUNK_BYTES = 64 * 1024;

  /** Takes the body of a successful answer as it comes. */
  record Sink(long bytesMax, OutputStream to) {}

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
      request.setEntity(
          body.get().content() instanceof Content.InMemory here
              ? new ByteArrayEntity(here.bytes(), null)
              : new StreamedEntity(body.get().content()));
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
  static HttpReply reply(ClassicHttpResponse response, int bytesMax, @Nullable Sink sink)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    if (sink != null && response.getCode() / 100 == 2) {
      drain(response.getEntity(), sink);
      return new HttpReply(response.getCode(), headers, new byte[0]);
    }
    return new HttpReply(response.getCode(), headers, body(response.getEntity(), bytesMax));
  }

  private static void drain(@Nullable HttpEntity entity, Sink sink) throws IOException {
    if (entity == null) {
      return;
    }
    if (entity.getContentLength() > sink.bytesMax()) {
      throw new TooLarge();
    }
    InputStream content = entity.getContent();
    byte[] chunk = new byte[CHUNK_BYTES];
    long left = sink.bytesMax();
    for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
      if (read > left) {
        throw new TooLarge();
      }
      sink.to().write(chunk, 0, read);
      left -= read;
    }
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
