package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the API's answers. */
final class JsonAnswer {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonAnswer() {}

  static void send(HttpServletResponse response, int status, Object body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }

  static void faults(HttpServletResponse response, int status, Fault fault) throws IOException {
    faults(response, status, List.of(fault));
  }

  static void faults(HttpServletResponse response, int status, List<Fault> faults)
      throws IOException {
    send(response, status, Map.of("galat", faults));
  }
}
