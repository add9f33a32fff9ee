package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to the connector beside us: never by a proxy, never to where a redirect leads, connected
 * within 1 s, the whole answer within a deadline and at most 16 MiB of it. Safe for use by many
 * threads.
 */
final class AdminCall {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(1);
  private static final int REPLY_BYTES_MAX = 16 * 1024 * 1024;

  private final AdminFile where;
  private final HttpClient client =
      HttpClient.newBuilder()
          .proxy(HttpClient.Builder.NO_PROXY)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_MAX)
          .build();

  AdminCall(AdminFile where) {
    this.where = where;
  }

  /** An answer, whatever its status. */
  record Told(int status, String body) {}

  /**
   * Asks.
   *
   * @param path below {@link AdminApi#PATH}, empty or with a slash before it
   * @throws AdminException when there is no whole answer in time
   */
  Told get(String path, Duration deadline) {
    return call(request(path), deadline);
  }

  /**
   * Asks for something to be done. When there is no answer, it may have been done all the same.
   *
   * @param body a record
   * @throws AdminException when there is no whole answer in time
   */
  Told post(String path, Object body, Duration deadline) {
    return send(path, Json.write(body), deadline);
  }

  /** The same with a body that is JSON already. */
  Told send(String path, String json, Duration deadline) {
    return call(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)),
        deadline);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(where.address() + AdminApi.PATH + path))
        .header("Authorization", Tokens.header(where.token()));
  }

  private Told call(HttpRequest.Builder building, Duration deadline) {
    HttpRequest request = building.timeout(deadline).build();
    CompletableFuture<Told> answer =
        client.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(AdminCall::whole);
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failure("gave no whole answer within " + deadline, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw failure("could not be asked: " + cause.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for", e);
    }
  }

  private AdminException failure(String what, Exception cause) {
    return new AdminException(
        "the connector at %s (pid %d) %s".formatted(where.address(), where.pid(), what), cause);
  }

  private static Told whole(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      byte[] bytes = in.readNBytes(REPLY_BYTES_MAX + 1);
      if (bytes.length > REPLY_BYTES_MAX) {
        throw new IOException("the answer is longer than " + REPLY_BYTES_MAX + " bytes");
      }
      return new Told(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
