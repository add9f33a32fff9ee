package id.aduan.lapor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Talks to the simulator over real HTTP, as an agency with both headers or as a citizen. */
final class Caller {
  static final ObjectMapper MAPPER = new ObjectMapper();

  // A connection taken while the server ends may be neither answered nor closed.
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final PortalSimulator portal;

  Caller(PortalSimulator portal) {
    this.portal = portal;
  }

  HttpResponse<String> get(String path) {
    return send(signed(path).GET());
  }

  JsonNode results(String path) {
    return json(get(path)).path("results");
  }

  JsonNode results(URI absolute) {
    return json(send(withHeaders(HttpRequest.newBuilder(absolute)).GET())).path("results");
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        signed(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> post(String path, MultipartBody body) {
    return send(signed(path).header("Content-Type", body.contentType()).POST(body.publisher()));
  }

  /** Without any header, at the portal's root. */
  HttpResponse<String> citizen(String path) {
    return send(HttpRequest.newBuilder(portal.pageUri().resolve(path)).GET());
  }

  HttpResponse<String> citizen(String path, MultipartBody body) {
    return send(
        HttpRequest.newBuilder(portal.pageUri().resolve(path))
            .header("Content-Type", body.contentType())
            .POST(body.publisher()));
  }

  /** An order to the control API. */
  HttpResponse<String> order(String method, String path, String json) {
    return send(
        HttpRequest.newBuilder(portal.pageUri().resolve("/control" + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  HttpRequest.Builder signedRequest(String path) {
    return signed(path);
  }

  HttpRequest.Builder unsigned(String path) {
    return HttpRequest.newBuilder(URI.create(portal.baseUri() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(ANSWER_WITHIN).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private HttpRequest.Builder signed(String path) {
    return withHeaders(unsigned(path));
  }

  private static HttpRequest.Builder withHeaders(HttpRequest.Builder request) {
    var credentials = PortalCredentials.INVENTED;
    return request
        .header(credentials.headerName(), credentials.headerValue())
        .header("token", credentials.token());
  }
}
