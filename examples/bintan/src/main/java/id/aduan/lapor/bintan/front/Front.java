package id.aduan.lapor.bintan.front;

import id.aduan.lapor.bintan.desk.Timeline;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * What every request to an agency's interface passes first: its body is read within a bound, and
 * then it meets the trouble of the day. Officers' pages do not pass here.
 */
final class Front extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient TroubleSwitch troubles;
  private final transient TroubleVoice voice;
  private final transient Timeline timeline;
  private final transient AgencySettings settings;
  private final int bodyBytesMax;

  Front(
      TroubleSwitch troubles,
      TroubleVoice voice,
      Timeline timeline,
      AgencySettings settings,
      int bodyBytesMax) {
    this.troubles = troubles;
    this.voice = voice;
    this.timeline = timeline;
    this.settings = settings;
    this.bodyBytesMax = bodyBytesMax;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] body = request.getInputStream().readNBytes(bodyBytesMax + 1);
    if (body.length > bodyBytesMax) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    var held = new HeldRequest(request, body);
    var unit = voice.unit(held);
    var trouble = troubles.take(unit, voice.isFiling(held));
    if (trouble != Trouble.NONE) {
      timeline.trouble(unit, trouble.name());
    }
    meet(trouble, held, response, chain);
  }

  private void meet(
      Trouble trouble, HeldRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (trouble) {
      case NONE -> chain.doFilter(request, response);
      case HTML_PAGE -> loginPage(response);
      case SERVER_ERROR -> voice.serverError(response);
      case SILENT -> Connections.hold(request, settings.silenceMax());
      case ANSWER_LOST -> {
        chain.doFilter(request, new MutedResponse(response));
        Connections.cut(request);
      }
      case ERROR_INSIDE -> voice.errorInside(request, response);
      case UNAVAILABLE -> unavailable(response, settings.retryAfter());
    }
  }

  private static void loginPage(HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=utf-8");
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="id"><head><title>Masuk</title></head>
            <body><h1>Silakan masuk</h1><p>Sesi Anda telah berakhir.</p>
            <form method="post" action="/login"><input name="username"><input type="password">
            </form></body></html>
            """);
  }

  private static void unavailable(HttpServletResponse response, Duration retryAfter)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
    response.setContentType("text/plain;charset=utf-8");
    response.getWriter().write("Sistem sedang dalam pemeliharaan.\n");
  }
}
