package id.aduan.lapor.runner.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an answer as fast as its receiver takes it, without holding a thread, and ends the
 * exchange. Made for one answer.
 */
final class AnswerWriter implements WriteListener {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);
  private final AsyncContext exchange;
  private final byte[] body;
  private boolean written;

  private AnswerWriter(AsyncContext exchange, byte[] body) {
    this.exchange = exchange;
    this.body = body.clone();
  }

  /** Writes the answer of an exchange that was begun, on the server's threads. */
  static void end(AsyncContext exchange, Reply reply) {
    try {
      HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
      head(reply, response);
      response.getOutputStream().setWriteListener(new AnswerWriter(exchange, reply.bytes()));
    } catch (IOException | IllegalStateException e) {
      LOG.debug("the sender went away before its answer", e);
      exchange.complete();
    }
  }

  /** Writes an answer that fits into the server's own buffer. */
  static void write(Reply reply, HttpServletResponse response) throws IOException {
    head(reply, response);
    response.getOutputStream().write(reply.bytes());
    response.getOutputStream().close();
  }

  private static void head(Reply reply, HttpServletResponse response) {
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    response.setContentLength(reply.bytes().length);
  }

  @Override
  public void onWritePossible() throws IOException {
    ServletOutputStream out = exchange.getResponse().getOutputStream();
    if (!written && out.isReady()) {
      written = true;
      out.write(body);
    }
    if (written && out.isReady()) {
      exchange.complete();
    }
  }

  /** The sender went away before its answer. */
  @Override
  public void onError(Throwable failure) {
    exchange.complete();
  }
}
