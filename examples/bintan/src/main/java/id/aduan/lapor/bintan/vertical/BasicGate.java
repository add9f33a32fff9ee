package id.aduan.lapor.bintan.vertical;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets nobody in without the credentials, not even to the WSDL. */
final class BasicGate extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient Credentials credentials;

  BasicGate(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (credentials.areIn(request.getHeader("Authorization"))) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Kantah Bintan\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
