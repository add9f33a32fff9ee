package id.aduan.lapor.simulator.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of markup. Values go in only through {@link #of}, which escapes what is not markup. */
record Html(String markup) {
  static final Html NONE = new Html("");

  /**
   * Puts the values, escaped unless they are markup themselves, in the place of each {@code {}}.
   */
  static Html of(String template, Object... values) {
    String[] parts = template.split("\\{}", -1);
    if (parts.length != values.length + 1) {
      throw new IllegalArgumentException(values.length + " values for '" + template + "'");
    }
    var markup = new StringBuilder(parts[0]);
    for (int i = 0; i < values.length; i++) {
      markup.append(values[i] instanceof Html html ? html.markup : escape(values[i].toString()));
      markup.append(parts[i + 1]);
    }
    return new Html(markup.toString());
  }

  static Html join(Stream<Html> pieces) {
    return new Html(pieces.map(Html::markup).collect(Collectors.joining("\n")));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
