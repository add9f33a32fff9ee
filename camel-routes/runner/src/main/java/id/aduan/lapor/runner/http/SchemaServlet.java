package id.aduan.lapor.runner.http;

import id.aduan.lapor.portal.v3.V3Schema;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Serves the JSON Schema of what the portal may push. Public: it stands in the documentation, and
 * says nothing about this installation.
 */
final class SchemaServlet extends HttpServlet {
  static final String PATH = WebhookServlet.PATH + "/schema.json";
  private static final long serialVersionUID = 1L;
  private final transient RequestIds ids;
  private final String schema = new String(V3Schema.webhook(), StandardCharsets.UTF_8);

  SchemaServlet(RequestIds ids) {
    this.ids = ids;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AnswerWriter.write(answer(request.getMethod(), ids.next()), response);
  }

  private Reply answer(String method, String id) {
    if (!method.equals("GET")) {
      return Reply.error(ErrorKind.WRONG_METHOD, id)
          .with("Allow", "GET")
          .with("Connection", "close");
    }
    return new Reply(
        200,
        Map.of(
            "Content-Type",
            "application/schema+json",
            "Cache-Control",
            "public, max-age=3600",
            Reply.REQUEST_ID,
            id),
        schema);
  }
}
