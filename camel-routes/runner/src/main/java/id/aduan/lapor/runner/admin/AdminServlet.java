package id.aduan.lapor.runner.admin;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.runner.http.RequestIds;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the administration's API: the token first, then the address, then the method, then the
 * body, which only what does something takes. Whoever comes by way of a browser has neither the
 * token, which no browser adds by itself, nor a form that is JSON (S34). At most so many requests
 * are worked on at once, since each holds a thread that the public side needs too; the others are
 * asked to come back.
 */
final class AdminServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AdminServlet.class);
  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

  private final transient List<Endpoint> endpoints;
  private final transient Optional<Tokens> tokens;
  private final transient RequestIds ids;
  private final transient Semaphore places;
  private final transient Semaphore large = new Semaphore(1);

  /**
   * Makes it.
   *
   * @param tokens empty where nobody has to prove anything
   */
  AdminServlet(List<Endpoint> endpoints, Optional<Tokens> tokens, int atOnceMax, RequestIds ids) {
    this.places = new Semaphore(atOnceMax);
    this.endpoints = List.copyOf(endpoints);
    this.tokens = tokens;
    this.ids = ids;
  }

  private record Found(Endpoint endpoint, Endpoint.Ask ask) {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = ids.next();
    if (!places.tryAcquire()) {
      AdminReply.error(AdminError.BUSY).to(response, id, null);
      return;
    }
    try {
      answer(request, response, id);
    } finally {
      places.release();
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, String id)
      throws IOException {
    if (tokens.isPresent()
        && !tokens.get().admit(Collections.list(request.getHeaders("Authorization")))) {
      AdminReply.error(AdminError.NO_TOKEN).to(response, id, null);
      return;
    }
    List<Found> here = at(request.getPathInfo(), request.getQueryString());
    if (here.isEmpty()) {
      AdminReply.error(AdminError.NOT_FOUND).to(response, id, null);
      return;
    }
    Optional<Found> meant =
        here.stream().filter(it -> takes(it.endpoint(), request.getMethod())).findFirst();
    if (meant.isEmpty()) {
      String allow =
          here.stream().map(it -> it.endpoint().method()).collect(Collectors.joining(", "));
      AdminReply.error(AdminError.WRONG_METHOD).to(response, id, allow);
      return;
    }
    work(meant.get(), request, id).to(response, id, null);
  }

  /** Jetty leaves the body of an answer to HEAD away. */
  private static boolean takes(Endpoint endpoint, String method) {
    return endpoint.method().equals(method.equals("HEAD") ? "GET" : method);
  }

  private List<Found> at(@Nullable String pathInfo, @Nullable String query) {
    List<String> segments = Endpoint.segments(pathInfo == null ? "" : pathInfo.substring(1));
    return endpoints.stream()
        .flatMap(
            it ->
                it.match(segments, query == null ? "" : query).stream()
                    .map(ask -> new Found(it, ask)))
        .toList();
  }

  /** More than the usual is taken of one request at a time: each holds all of it. */
  private AdminReply work(Found found, HttpServletRequest request, String id) throws IOException {
    if (found.endpoint().bodyBytesMax() <= Endpoint.USUAL_BYTES_MAX) {
      return done(found, request, id);
    }
    if (!large.tryAcquire()) {
      return AdminReply.error(AdminError.BUSY);
    }
    try {
      return done(found, request, id);
    } finally {
      large.release();
    }
  }

  private static byte[] body(HttpServletRequest request, int bytesMax) throws IOException {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    if (!JSON.matcher(type).matches()) {
      throw new AdminRefusal(AdminError.NO_JSON);
    }
    byte[] bytes = request.getInputStream().readNBytes(bytesMax + 1);
    if (bytes.length > bytesMax) {
      throw new AdminRefusal(AdminError.BODY_TOO_LONG);
    }
    return bytes;
  }

  /** A failure's text may quote what was asked for, so that the caller learns its kind alone. */
  private static AdminReply done(Found found, HttpServletRequest request, String id)
      throws IOException {
    try {
      Endpoint endpoint = found.endpoint();
      Endpoint.Ask ask =
          endpoint.takesBody()
              ? found.ask().withBody(body(request, endpoint.bodyBytesMax()))
              : found.ask();
      Object answer = endpoint.action().answer(ask);
      return answer instanceof AdminReply reply ? reply : AdminReply.json(200, answer);
    } catch (AdminRefusal refusal) {
      return AdminReply.error(refusal.error());
    } catch (LaporException trouble) {
      LOG.warn("administration {}: {}: {}", id, trouble.code(), trouble.getMessage());
      return AdminReply.error(AdminError.TROUBLE);
    } catch (RuntimeException | LinkageError | StackOverflowError bug) {
      LOG.error("administration {} failed with {}", id, bug.getClass().getName());
      return AdminReply.error(AdminError.BUG);
    }
  }
}
