package id.aduan.lapor.runner.http;

import id.aduan.lapor.sync.NotificationReports;
import id.aduan.lapor.webhook.WebhookHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/**
 * Takes what the gateway for SMS reports of messages. Headers and query are as little looked at as
 * with {@link WebhookServlet} (S3).
 */
final class ReportServlet extends HttpServlet {
  static final String PATH = "/webhooks/notifications/sms";
  private static final long serialVersionUID = 1L;

  private final transient NotificationReports reports;
  private final transient Callbacks callbacks;

  ReportServlet(NotificationReports reports, Callbacks callbacks) {
    this.reports = reports;
    this.callbacks = callbacks;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WebhookHeaders headers = reports.headersOf(name -> Collections.list(request.getHeaders(name)));
    callbacks.serve(request, response, body -> reports.receive(headers, body));
  }
}
