package id.aduan.lapor.notification;

import id.aduan.lapor.yaml.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders such as {@code {{nomor}}}. What is put in is inert: it is read once, and
 * brings neither placeholders nor, but for lists, lines of its own. Immutable.
 */
final class Template {
  private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.-]{1,40})\\s*}}");
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Words as they are, or the name of what stands there. */
  private record Part(String text, boolean isName) {}

  /**
   * Reads a part of a file and notes each fault at its place.
   *
   * @param known the names that may stand in it
   */
  static Template parse(TextFile file, int from, int to, List<String> known) {
    String text = file.text().substring(0, to);
    List<Part> parts = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    int at = from;
    while (at < to) {
      int open = text.indexOf(OPEN, at);
      int end = open < 0 ? to : open;
      noteStrayClose(file, text, at, end);
      parts.add(new Part(text.substring(at, end), false));
      if (open < 0) {
        break;
      }
      if (name.find(open) && name.start() == open) {
        check(file, open, name.group(1), known);
        parts.add(new Part(name.group(1), true));
        at = name.end();
      } else {
        file.problem(
            open,
            "here a placeholder begins that does not end",
            "write {{nomor}}: two braces, a name, two braces");
        at = open + OPEN.length();
      }
    }
    return new Template(parts);
  }

  private static void check(TextFile file, int at, String name, List<String> known) {
    if (!known.contains(name)) {
      file.unknown(at, "placeholder here", name, known);
    }
  }

  private static void noteStrayClose(TextFile file, String text, int from, int to) {
    int close = text.indexOf(CLOSE, from);
    if (close >= 0 && close < to) {
      file.problem(close, "here a placeholder ends that did not begin", "write {{nomor}}");
    }
  }

  /** The text with the values in it; what has no value stays empty. */
  String fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      if (part.isName()) {
        String value = values.getOrDefault(part.text(), "");
        filled.append(Form.LISTS.contains(part.text()) ? Inert.lines(value) : Inert.line(value));
      } else {
        filled.append(part.text());
      }
    }
    return filled.toString();
  }
}
