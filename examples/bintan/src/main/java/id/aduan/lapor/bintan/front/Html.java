package id.aduan.lapor.bintan.front;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text made safe for a place in an HTML page. */
final class Html {

  private Html() {}

  /** For text between tags and for attribute values in double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** For a value in the query of a link. */
  static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
