package id.aduan.lapor.runner.http;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.sync.WebhookIntake.Finding;
import id.aduan.lapor.webhook.WebhookHeaders;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the portal's engineer what became of an event, by the reference that its answer named (C2).
 * Asks for the same proof as a callback, over an empty body. Without it nothing is told, not even
 * whether the reference exists. No thread waits for the store or a receiver.
 */
final class EventServlet extends HttpServlet {
  static final String PATH = WebhookServlet.PATH + "/*";
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(EventServlet.class);
  private static final Pattern REFERENCE = Pattern.compile("/in-[0-9a-f]{16}");

  private final transient WebhookIntake intake;
  private final transient RequestIds ids;
  private final transient Duration storeMax;
  private final transient Executor answering;

  EventServlet(WebhookIntake intake, RequestIds ids, Duration storeMax, Executor answering) {
    this.intake = intake;
    this.ids = ids;
    this.storeMax = storeMax;
    this.answering = answering;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = ids.next();
    String path = String.valueOf(request.getPathInfo());
    Optional<ErrorKind> fault = fault(path, request);
    if (fault.isPresent()) {
      AnswerWriter.write(refusedUnread(fault.get(), id), response);
      return;
    }
    WebhookHeaders headers = intake.headersOf(name -> Collections.list(request.getHeaders(name)));
    AsyncContext exchange = request.startAsync();
    exchange.setTimeout(0);
    var unused =
        asked(headers, path.substring(1))
            .orTimeout(storeMax.toMillis(), TimeUnit.MILLISECONDS)
            .handle((found, failure) -> failure == null ? told(found, id) : untold(failure, id))
            .thenAcceptAsync(reply -> AnswerWriter.end(exchange, reply), answering);
  }

  private static Optional<ErrorKind> fault(String path, HttpServletRequest request) {
    if (!REFERENCE.matcher(path).matches()) {
      return Optional.of(ErrorKind.NOT_FOUND);
    }
    if (!request.getMethod().equals("GET")) {
      return Optional.of(ErrorKind.WRONG_METHOD);
    }
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null
        ? Optional.of(ErrorKind.BAD_REQUEST)
        : Optional.empty();
  }

  private CompletableFuture<Finding> asked(WebhookHeaders headers, String reference) {
    try {
      return intake.lookUp(headers, reference);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Reply told(Finding finding, String id) {
    if (finding instanceof Finding.Event event) {
      return Reply.found(event.entry(), id);
    }
    if (finding instanceof Finding.None) {
      return Reply.error(ErrorKind.UNKNOWN_EVENT, id);
    }
    if (finding instanceof Finding.Malformed malformed) {
      LOG.info("look-up {} refused: {}", id, malformed.detail());
      return Reply.error(ErrorKind.BAD_HEADER, id, malformed.detail());
    }
    LOG.info("look-up {} refused: {}", id, ((Finding.Refused) finding).reason());
    return Reply.error(ErrorKind.UNSIGNED, id);
  }

  private static Reply untold(Throwable failure, String id) {
    Throwable cause = Causes.of(failure);
    LOG.warn("look-up {} was not answered: {}", id, cause.getClass().getName());
    return Reply.error(
        cause instanceof StoreException || cause instanceof TimeoutException
            ? ErrorKind.UNREADABLE
            : ErrorKind.BUG,
        id);
  }

  /** A body that was not asked for is not read, so that the connection ends. */
  private static Reply refusedUnread(ErrorKind kind, String id) {
    Reply reply = Reply.error(kind, id).with("Connection", "close");
    return kind == ErrorKind.WRONG_METHOD ? reply.with("Allow", "GET") : reply;
  }
}
