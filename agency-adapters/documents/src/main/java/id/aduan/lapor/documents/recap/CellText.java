package id.aduan.lapor.documents.recap;

import java.util.regex.Pattern;

/** Texts of others as XML that is valid, shows what was taken out, and is not too long. Pure. */
final class CellText {
  /** Less than the 32,767 that some programs take in a cell. */
  static final int CHARS_MAX = 32_000;

  private static final Pattern BREAK = Pattern.compile("\\R");
  private static final String CUT = " […]";
  private static final char REPLACEMENT = '\uFFFD';

  private CellText() {}

  /** Within the limit; a mark shows that it was cut. */
  static String capped(String text) {
    if (text.length() <= CHARS_MAX) {
      return text;
    }
    int end = CHARS_MAX - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  /** In one line, as a value within a text of the template. */
  static void inline(String text, StringBuilder xml) {
    String capped = capped(text);
    escape(hasBreak(capped) ? BREAK.matcher(capped).replaceAll(" ") : capped, xml);
  }

  /**
   * As paragraphs of a cell.
   *
   * @param before what begins each of them
   * @param after what ends it
   */
  static void paragraphs(String text, String before, String after, StringBuilder xml) {
    String capped = capped(text);
    if (!hasBreak(capped)) {
      paragraph(capped, before, after, xml);
      return;
    }
    for (String line : BREAK.split(capped, -1)) {
      paragraph(line, before, after, xml);
    }
  }

  private static void paragraph(String line, String before, String after, StringBuilder xml) {
    xml.append(before);
    escape(line, xml);
    xml.append(after);
  }

  /** Most texts have none, and of a year's recap there are two million. */
  private static boolean hasBreak(String text) {
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if ((at >= '\n' && at <= '\r') || at == '\u0085' || at == '\u2028' || at == '\u2029') {
        return true;
      }
    }
    return false;
  }

  private static void escape(String text, StringBuilder xml) {
    boolean blank = true; // at the start of a paragraph blanks are lost, as after another one
    for (int i = 0; i < text.length(); ) {
      int at = text.codePointAt(i);
      i += Character.charCount(at);
      switch (at) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        case '\t' -> xml.append("<text:tab/>");
        case ' ' -> xml.append(blank ? "<text:s/>" : " ");
        default -> xml.appendCodePoint(isShown(at) ? at : REPLACEMENT);
      }
      blank = at == ' ';
    }
  }

  /** Not what XML forbids, and not what would turn the letters after it around. */
  private static boolean isShown(int at) {
    boolean xml = (at >= 0x20 && at <= 0xD7FF) || (at >= 0xE000 && at <= 0xFFFD) || at >= 0x10000;
    boolean control = at >= 0x7F && at <= 0x9F;
    boolean turns = (at >= 0x202A && at <= 0x202E) || (at >= 0x2066 && at <= 0x2069);
    return xml && !control && !turns;
  }
}
