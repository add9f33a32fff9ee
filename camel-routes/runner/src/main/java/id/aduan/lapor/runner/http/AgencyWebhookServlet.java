package id.aduan.lapor.runner.http;

import id.aduan.lapor.sync.AgencyPushes;
import id.aduan.lapor.webhook.WebhookHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what the agencies' systems push, each at the address of its code. A code that is nobody's
 * is answered as a wrong signature is. Headers and query are as little looked at as with {@link
 * WebhookServlet} (S3).
 */
final class AgencyWebhookServlet extends HttpServlet {
  static final String PATH = "/webhooks/agencies/*";
  private static final Pattern CODE = Pattern.compile("/([^/]+)");
  private static final long serialVersionUID = 1L;

  private final transient AgencyPushes pushes;
  private final transient Callbacks callbacks;

  AgencyWebhookServlet(AgencyPushes pushes, Callbacks callbacks) {
    this.pushes = pushes;
    this.callbacks = callbacks;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Matcher code = CODE.matcher(path == null ? "" : path);
    if (!code.matches()) {
      response.sendError(ErrorKind.NOT_FOUND.status());
      return;
    }
    WebhookHeaders headers =
        pushes.headersOf(code.group(1), name -> Collections.list(request.getHeaders(name)));
    callbacks.serve(request, response, body -> pushes.receive(code.group(1), headers, body));
  }
}
