package id.aduan.lapor.runner.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * Writes an answer as fast as its receiver takes it, without holding a thread, and ends the
 * exchange. Made for one answer.
 */
final class AnswerWriter implements WriteListener {
  private final AsyncContext exchange;
  private final byte[] body;
  private boolean written;

  AnswerWriter(AsyncContext exchange, byte[] body) {
    this.exchange = exchange;
    this.body = body.clone();
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
