package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer of administration; it is never kept by anybody on the way. */
record AdminReply(int status, String contentType, String body) {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  static AdminReply json(int status, Object answer) {
    return new AdminReply(status, JSON, Json.write(answer) + "\n");
  }

  /** By RFC 9457. A 401 is the same to the byte for every cause. */
  static AdminReply error(AdminError error) {
    return new AdminReply(
        error.status(),
        PROBLEM,
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
            .formatted(error.title(), error.status(), error.code()));
  }

  /** Writes it, with the allowed methods where another was used. */
  void to(HttpServletResponse response, String requestId, @Nullable String allow)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(contentType);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Request-Id", requestId);
    if (allow != null) {
      response.setHeader("Allow", allow);
    }
    if (status == AdminError.NO_TOKEN.status()) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
