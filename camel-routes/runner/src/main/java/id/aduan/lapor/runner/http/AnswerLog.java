package id.aduan.lapor.runner.http;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Passes on how requests of one connector were answered; writes nothing. */
final class AnswerLog implements RequestLog {
  private static final String AGENCIES = "/webhooks/agencies/";
  private final String connector;
  private final AnswerListener listener;

  AnswerLog(String connector, AnswerListener listener) {
    this.connector = connector;
    this.listener = listener;
  }

  @Override
  public void log(Request request, Response response) {
    if (connector.equals(request.getConnectionMetaData().getConnector().getName())) {
      Duration took = Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
      listener.answered(to(request.getHttpURI().getPath()), response.getStatus(), took);
    }
  }

  private static AnswerListener.To to(@Nullable String path) {
    if (path == null) {
      return AnswerListener.To.OTHER;
    }
    if (path.equals(WebhookServlet.PATH) || path.startsWith(WebhookServlet.PATH + "/")) {
      return AnswerListener.To.PORTAL;
    }
    return path.startsWith(AGENCIES) ? AnswerListener.To.AGENCY : AnswerListener.To.OTHER;
  }
}
