package id.aduan.lapor.runner.http;

import id.aduan.lapor.sync.WebhookIntake.Answer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a callback is read and answered, whoever it is for: raw bytes within limits, taken, and
 * answered by the one table of statuses (C2). Answers are written by the server's threads, never by
 * the one that ends a commit, and no thread waits for a sender, a receiver or the store. Safe for
 * many threads.
 */
final class Callbacks {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

  private final RequestIds ids;
  private final Limits limits;
  private final Executor answering;

  Callbacks(RequestIds ids, Limits limits, Executor answering) {
    this.ids = ids;
    this.limits = limits;
    this.answering = answering;
  }

  /**
   * How much and how long.
   *
   * @param body how long the body may take to arrive (408)
   * @param store how long the commit may take (503)
   */
  record Limits(int bodyBytesMax, Duration body, Duration store) {
    static Limits of(int bodyBytesMax) {
      return new Limits(bodyBytesMax, Duration.ofSeconds(30), Duration.ofSeconds(5));
    }
  }

  /** Whom a callback is for. */
  @FunctionalInterface
  interface Taker {
    /** Takes the raw bytes; completes once what it says is durable (C1). */
    CompletableFuture<Answer> receive(byte[] body);
  }

  /** Reads one request to its end and answers it. */
  void serve(HttpServletRequest request, HttpServletResponse response, Taker taker)
      throws IOException {
    String id = ids.next();
    Optional<ErrorKind> fault = RequestShape.fault(request, limits.bodyBytesMax());
    if (fault.isPresent()) {
      write(closing(fault.get(), id), response);
      return;
    }
    AsyncContext exchange = request.startAsync();
    exchange.setTimeout(0);
    var unused =
        BodyReader.read(request.getInputStream(), limits.bodyBytesMax())
            .orTimeout(limits.body().toMillis(), TimeUnit.MILLISECONDS)
            .thenCompose(body -> take(taker, body, id))
            .exceptionally(failure -> unread(failure, id))
            .thenAcceptAsync(reply -> end(exchange, reply), answering);
  }

  private CompletableFuture<Reply> take(Taker taker, byte[] body, String id) {
    return received(taker, body)
        .orTimeout(limits.store().toMillis(), TimeUnit.MILLISECONDS)
        .handle((answer, failure) -> failure == null ? told(answer, id) : notKept(failure, id));
  }

  private static CompletableFuture<Answer> received(Taker taker, byte[] body) {
    try {
      return taker.receive(body);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Reply told(Answer answer, String id) {
    if (answer instanceof Answer.Kept kept) {
      return Reply.kept(kept.receipt(), id);
    }
    if (answer instanceof Answer.Malformed malformed) {
      LOG.info("webhook {} refused: {}", id, malformed.detail());
      return Reply.error(ErrorKind.BAD_HEADER, id, malformed.detail());
    }
    return refused(ErrorKind.UNSIGNED, id, ((Answer.Refused) answer).reason().name());
  }

  /**
   * What was not kept is said so, whatever the cause (C2); if it is kept after all, its repetition
   * changes nothing.
   */
  private static Reply notKept(Throwable failure, String id) {
    LOG.warn("webhook {} not kept, the sender is asked to repeat it: {}", id, kind(failure));
    return Reply.error(ErrorKind.UNAVAILABLE, id);
  }

  private static Reply unread(Throwable failure, String id) {
    Throwable cause = cause(failure);
    if (cause instanceof TimeoutException) {
      return closing(ErrorKind.TOO_SLOW, id);
    }
    if (cause instanceof BodyReader.TooLargeException) {
      return closing(ErrorKind.TOO_LARGE, id);
    }
    return cause instanceof IOException || cause instanceof HttpException
        ? closing(ErrorKind.BAD_REQUEST, id)
        : notKept(cause, id).with("Connection", "close");
  }

  /** What comes after on this connection cannot be told from the rest of the body. */
  private static Reply closing(ErrorKind kind, String id) {
    return refused(kind, id, kind.code()).with("Connection", "close");
  }

  private static Reply refused(ErrorKind kind, String id, String reason) {
    LOG.info("webhook {} refused: {}", id, reason);
    Reply reply = Reply.error(kind, id);
    return kind == ErrorKind.WRONG_METHOD ? reply.with("Allow", "POST") : reply;
  }

  /** A failure's text may quote what was sent, so that only its kind is told. */
  private static String kind(Throwable failure) {
    return cause(failure).getClass().getName();
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause == null ? failure : cause;
  }

  private static void end(AsyncContext exchange, Reply reply) {
    try {
      HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
      head(reply, response);
      response.getOutputStream().setWriteListener(new AnswerWriter(exchange, reply.bytes()));
    } catch (IOException | IllegalStateException e) {
      LOG.debug("the sender went away before its answer", e);
      exchange.complete();
    }
  }

  private static void write(Reply reply, HttpServletResponse response) throws IOException {
    head(reply, response);
    response.getOutputStream().write(reply.bytes());
    response.getOutputStream().close();
  }

  private static void head(Reply reply, HttpServletResponse response) {
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    response.setContentLength(reply.bytes().length);
  }
}
