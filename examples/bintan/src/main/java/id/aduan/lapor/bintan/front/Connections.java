package id.aduan.lapor.bintan.front;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Ends a connection as no answer does: by a cut, or by silence. */
final class Connections {

  private Connections() {}

  /** Closes the connection at once; the caller sees it end before any answer. */
  static void cut(HttpServletRequest request) {
    ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /**
   * Keeps the caller waiting without a thread, and cuts the connection after {@code silenceMax}.
   */
  static void hold(HttpServletRequest request, Duration silenceMax) {
    var waiting = request.startAsync();
    waiting.setTimeout(silenceMax.toMillis());
    waiting.addListener(
        new AsyncListener() {
          @Override
          public void onTimeout(AsyncEvent event) {
            cut(request);
            event.getAsyncContext().complete();
          }

          /** When the server stops; without the cut, it would answer 500. */
          @Override
          public void onError(AsyncEvent event) {
            cut(request);
            event.getAsyncContext().complete();
          }

          @Override
          public void onComplete(AsyncEvent event) {}

          @Override
          public void onStartAsync(AsyncEvent event) {}
        });
  }
}
