package id.aduan.lapor.simulator.http;

import id.aduan.lapor.simulator.http.Answer.Cut;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** A {@link Front} as the container wants it. */
public final class FrontServlet implements Servlet {
  private final Front front;
  private @Nullable ServletConfig config;

  public FrontServlet(Front front) {
    this.front = front;
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    Answer answer = front.answer((HttpServletRequest) request);
    if (answer.cut() != Cut.BEFORE) {
      answer.writeTo((HttpServletResponse) response);
    }
    if (answer.cut() != Cut.NONE) {
      end((HttpServletRequest) request);
    }
  }

  /** Closes the connection as it stands; the caller sees it end. */
  private static void end(HttpServletRequest request) {
    ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  @Override
  public void init(ServletConfig given) {
    this.config = given;
  }

  @Override
  @SuppressWarnings("NullAway") // the container always calls init first
  public ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "portal simulator";
  }

  @Override
  public void destroy() {}
}
