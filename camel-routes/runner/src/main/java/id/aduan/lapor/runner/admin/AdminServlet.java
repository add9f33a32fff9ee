package id.aduan.lapor.runner.admin;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.runner.http.RequestIds;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the administration's API: the token first, then the address, then the method. Takes no
 * body. At most so many requests are worked on at once, since each holds a thread that the public
 * side needs too; the others are asked to come back.
 */
final class AdminServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AdminServlet.class);

  private final transient List<Endpoint> endpoints;
  private final transient Optional<Tokens> tokens;
  private final transient RequestIds ids;
  private final transient Semaphore places;

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
    work(meant.get(), id).to(response, id, null);
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

  /** A failure's text may quote what was asked for, so that the caller learns its kind alone. */
  private static AdminReply work(Found found, String id) {
    try {
      Object answer = found.endpoint().action().answer(found.ask());
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
