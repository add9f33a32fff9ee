package id.aduan.lapor.simulator.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes back.
 *
 * @param cut whether the connection ends before it was written whole
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Answer(int status, Map<String, String> headers, byte[] body, Cut cut) {
  /** Where the connection ends. */
  public enum Cut {
    NONE,
    BEFORE,
    WITHIN
  }

  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Cut.NONE);
  }

  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  /** See other (303): what a browser gets after a form was taken. */
  public static Answer seeOther(String location) {
    return new Answer(303, Map.of("Location", location), new byte[0]);
  }

  public Answer withHeader(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, cut);
  }

  public Answer withCut(Cut where) {
    return new Answer(status, headers, body, where);
  }

  /** Another body of the same type. */
  public Answer withBody(String text) {
    return new Answer(status, headers, text.getBytes(StandardCharsets.UTF_8), cut);
  }

  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setContentLength(body.length);
    response.getOutputStream().write(body, 0, cut == Cut.WITHIN ? body.length / 2 : body.length);
    response.flushBuffer();
  }
}
