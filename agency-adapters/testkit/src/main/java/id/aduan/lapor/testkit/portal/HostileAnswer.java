package id.aduan.lapor.testkit.portal;

import java.util.List;

/**
 * Something in the place of an answer.
 *
 * @param mayBeAnEmptyList whether a wire may read a list without items out of it
 */
public record HostileAnswer(
    String what, int status, String contentType, String body, boolean mayBeAnEmptyList) {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final String XML = "text/xml";
  private static final int DEEP = 50_000;

  static final List<HostileAnswer> ALL =
      List.of(
          none("nothing", 200, JSON, ""),
          none("null", 200, JSON, "null"),
          none("an empty array", 200, JSON, "[]"),
          none("a text", 200, JSON, "\"x\""),
          none("a number", 200, JSON, "1e400"),
          new HostileAnswer("an empty object", 200, JSON, "{}", true),
          new HostileAnswer(
              "an error inside", 200, JSON, "{\"message\": \"Terjadi kesalahan\"}", true),
          none("half an object", 200, JSON, "{\"results\": {\"data\": {\"complaint_id\": \"92"),
          none("two objects", 200, JSON, "{}{}"),
          none("results of another type", 200, JSON, "{\"results\": \"ok\"}"),
          none("a page of the gateway", 200, HTML, "<html><body>Masuk</body></html>"),
          none(
              "a fault of the gateway", 200, XML, "<am:fault><am:code>900901</am:code></am:fault>"),
          none("a fault with its status", 502, XML, "<fault>Bad gateway</fault>"),
          none("a page with its status", 503, HTML, "<html>Pemeliharaan</html>"),
          none("lists in each other", 200, JSON, "[".repeat(DEEP)),
          none("bytes", 200, "application/octet-stream", "\u0000\u0001\u0002"));

  private static HostileAnswer none(String what, int status, String type, String body) {
    return new HostileAnswer(what, status, type, body, false);
  }

  @Override
  public String toString() {
    return what;
  }
}
