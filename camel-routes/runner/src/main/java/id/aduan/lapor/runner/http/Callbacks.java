package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.http.BodyReader.NoRoomException;
import id.aduan.lapor.runner.http.BodyReader.TooLargeException;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
  /** Of a unit of work that waits, whatever its body. */
  private static final long UNIT_BYTES = 4 * 1024L;

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
   * @param body how long, and how fast it must arrive (413, 408)
   * @param store how long the commit may take (503)
   */
  record Limits(BodyReader.Rules body, Duration store, Memory memory) {
    static Limits of(int bodyBytesMax) {
      return new Limits(
          BodyReader.Rules.usual(bodyBytesMax),
          Duration.ofSeconds(5),
          Memory.ofHeap(Runtime.getRuntime().maxMemory(), bodyBytesMax));
    }
  }

  /**
   * What all bodies share (C22).
   *
   * @param reading by those that are still coming in
   * @param keeping by those that wait for the store, however long it takes
   */
  record Memory(ByteBudget reading, ByteBudget keeping) {
    static Memory ofHeap(long heapBytesMax, int bodyBytesMax) {
      return new Memory(
          ByteBudget.ofHeap(heapBytesMax, bodyBytesMax),
          ByteBudget.ofHeap(heapBytesMax, bodyBytesMax));
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
    Optional<ErrorKind> fault = RequestShape.fault(request, limits.body().bytesMax());
    if (fault.isPresent()) {
      AnswerWriter.write(closing(fault.get(), id), response);
      return;
    }
    AsyncContext exchange = request.startAsync();
    exchange.setTimeout(0);
    var unused =
        BodyReader.read(request.getInputStream(), limits.body(), limits.memory().reading())
            .thenCompose(body -> take(taker, body, id))
            .exceptionally(failure -> unread(failure, id))
            .thenAcceptAsync(reply -> AnswerWriter.end(exchange, reply), answering);
  }

  private CompletableFuture<Reply> take(Taker taker, byte[] body, String id) {
    long bytes = body.length + UNIT_BYTES;
    if (!limits.memory().keeping().take(bytes)) {
      return CompletableFuture.completedFuture(notKept(new NoRoomException(), id));
    }
    CompletableFuture<Answer> received = received(taker, body);
    var unused = received.whenComplete((answer, failure) -> limits.memory().keeping().give(bytes));
    return received
        .copy()
        .orTimeout(limits.store().toMillis(), TimeUnit.MILLISECONDS)
        .handle((answer, failure) -> failure == null ? told(answer, id) : notKept(failure, id));
  }

  private static CompletableFuture<Answer> received(Taker taker, byte[] body) {
    try {
      return taker.receive(body);
    } catch (RuntimeException | Error e) {
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
    Throwable cause = Causes.of(failure);
    if (cause instanceof TimeoutException) {
      return closing(ErrorKind.TOO_SLOW, id);
    }
    if (cause instanceof TooLargeException) {
      return closing(ErrorKind.TOO_LARGE, id);
    }
    if (cause instanceof NoRoomException) {
      return notKept(cause, id).with("Connection", "close");
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
    return Causes.of(failure).getClass().getName();
  }
}
