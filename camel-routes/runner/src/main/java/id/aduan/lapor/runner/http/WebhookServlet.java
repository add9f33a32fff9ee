package id.aduan.lapor.runner.http;

import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.webhook.WebhookHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/**
 * Takes the portal's callbacks: raw bytes, verified, kept and committed, and only then 202 (C1).
 * Headers other than those that prove the sender, and the query, are never looked at (S3).
 */
final class WebhookServlet extends HttpServlet {
  static final String PATH = "/webhooks/portal";
  private static final long serialVersionUID = 1L;

  private final transient WebhookIntake intake;
  private final transient Callbacks callbacks;

  WebhookServlet(WebhookIntake intake, Callbacks callbacks) {
    this.intake = intake;
    this.callbacks = callbacks;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WebhookHeaders headers = intake.headersOf(name -> Collections.list(request.getHeaders(name)));
    callbacks.serve(request, response, body -> intake.receive(headers, body));
  }
}
