package id.aduan.lapor.documents.inspect;

import java.util.Optional;
import java.util.function.Predicate;

/** What is odd about a name; it is data here and nothing is opened by it. */
final class FileName {
  /** Longer names are looked at from here to their end, where the extension is. */
  private static final int LOOKED_CHARS = 255;

  private FileName() {}

  /**
   * Looks at it.
   *
   * @param agrees whether a name's extension goes with the content, where there is content
   */
  static void look(String name, Optional<Predicate<String>> agrees, Findings findings) {
    String end = name.substring(Math.max(0, name.length() - LOOKED_CHARS));
    findings.addIf(end.codePoints().anyMatch(FileName::odd), Finding.NAME_CONTROL);
    String clean =
        end.codePoints()
            .filter(it -> !odd(it))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    int slash = Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\'));
    String last = clean.substring(slash + 1).strip();
    if (last.lastIndexOf('.') > 0 && agrees.isPresent() && !agrees.get().test(last)) {
      findings.add(Finding.NAME_EXTENSION);
    }
  }

  private static boolean odd(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
