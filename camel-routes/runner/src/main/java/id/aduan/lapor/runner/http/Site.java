package id.aduan.lapor.runner.http;

import jakarta.servlet.http.HttpServlet;
import java.util.Map;

/**
 * What is served on a port of its own beside the public one; nothing of the one is at the other,
 * whatever a caller says of the host it means.
 *
 * @param setting the section of the configuration that says where, for error messages
 * @param port 0 for any free one
 * @param servlets by the pattern of their addresses
 */
public record Site(String setting, String host, int port, Map<String, HttpServlet> servlets) {
  public Site {
    servlets = Map.copyOf(servlets);
  }
}
