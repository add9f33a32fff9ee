package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Multipart;
import id.aduan.lapor.simulator.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One v3 call.
 *
 * @param groups what stood for the braces in the route's path
 */
record Call(HttpServletRequest request, List<String> groups) {
  /** The complaint's id in the path. */
  String id() {
    return groups.get(0);
  }

  /** The same, or empty where the path has none or anything but a number. */
  String complaintId() {
    return !groups.isEmpty() && groups.get(0).matches("\\d{1,15}") ? groups.get(0) : "";
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  /** A positive number in the query. */
  int query(String name, int otherwise) {
    String text = request.getParameter(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new Refusal(422, name + " harus bilangan positif");
    }
    return Integer.parseInt(text);
  }

  ObjectNode json() throws IOException {
    return Json.readObject(request.getInputStream());
  }

  Multipart form() throws IOException {
    return Multipart.of(request);
  }

  /** The absolute address of the call, without its query. */
  String address() {
    return request.getRequestURL().toString();
  }
}
