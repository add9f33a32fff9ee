package id.aduan.lapor.notification;

import java.text.Normalizer;
import java.util.stream.Collectors;

/** Makes values harmless: no line, header or control sequence comes from one. */
final class Inert {
  /** The most of one value that is shown. */
  static final int CHARACTERS_MAX = 200;

  /** The most lines of one list that are shown. */
  static final int LINES_MAX = 60;

  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€";

  private Inert() {}

  /** One line: what controls or breaks lines is a blank, and what is too long is cut. */
  static String line(String value) {
    String plain =
        value
            .codePoints()
            .map(c -> isHarmless(c) ? c : ' ')
            .limit(CHARACTERS_MAX)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.strip();
  }

  /** Several lines, each as {@link #line}. */
  static String lines(String value) {
    return value.lines().limit(LINES_MAX).map(Inert::line).collect(Collectors.joining("\n"));
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }

  /**
   * The text in the alphabet of a short message (GSM 03.38), in which 160 characters are one; what
   * it does not have is the letter without its mark, or a question mark.
   */
  static String gsm(String text) {
    String dashed = text.replaceAll("[\\u2010-\\u2015]", "-").replaceAll("[\\u2018\\u2019]", "'");
    StringBuilder plain = new StringBuilder();
    dashed.codePoints().forEach(c -> plain.append(gsm(c)));
    return plain.toString();
  }

  private static String gsm(int c) {
    if (GSM.indexOf(c) >= 0) {
      return Character.toString(c);
    }
    String bare = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).substring(0, 1);
    return GSM.contains(bare) ? bare : "?";
  }
}
