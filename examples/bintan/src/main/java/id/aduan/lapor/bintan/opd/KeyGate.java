package id.aduan.lapor.bintan.opd;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets nobody in without a known key, and remembers whose key it was. */
final class KeyGate extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String UNIT = KeyGate.class.getName() + ".unit";

  private final transient UnitKeys keys;

  KeyGate(UnitKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var unit = keys.unitOf(request.getHeader(UnitKeys.HEADER));
    if (unit.isEmpty()) {
      JsonAnswer.faults(
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          new Fault(UnitKeys.HEADER, "Kunci API tidak dikenal."));
      return;
    }
    request.setAttribute(UNIT, unit.get());
    chain.doFilter(request, response);
  }

  /** The unit whose key the caller showed. */
  static String unit(HttpServletRequest request) {
    return (String) request.getAttribute(UNIT);
  }
}
