package id.aduan.lapor.mapping;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text in which words are looked for: small letters, no accents, single spaces, a dash as a
 * space. At most its first {@value #CHARS_MAX} characters count. Not for use by several threads.
 */
final class PlainText {

  /** Longer than any complaint that a portal or an office lets a person write. */
  static final int CHARS_MAX = 100_000;

  /** The delete character, which like all below the space counts as one. */
  private static final char ASCII_MAX = 127;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cc}]+");

  private final String text;
  private final Set<String> words = new HashSet<>();

  private PlainText(String text) {
    this.text = text;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
  }

  static PlainText of(String text) {
    return new PlainText(plain(text));
  }

  private static String plain(String text) {
    String cut = text.substring(0, Math.min(CHARS_MAX, text.length()));
    return isAscii(cut) ? plainAscii(cut) : plainWhole(cut);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ASCII_MAX) {
        return false;
      }
    }
    return true;
  }

  /** What {@link #plainWhole} makes of it, in one pass: most complaints are written so. */
  private static String plainAscii(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one <= ' ' || one == '-' || one == ASCII_MAX) {
        gap = !plain.isEmpty();
        continue;
      }
      if (gap) {
        plain.append(' ');
        gap = false;
      }
      plain.append(one >= 'A' && one <= 'Z' ? (char) (one + ('a' - 'A')) : one);
    }
    return plain.toString();
  }

  static String plainWhole(String cut) {
    String bare = MARKS.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKD)).replaceAll("");
    return SPACES.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Whether the phrase stands here as whole words. */
  boolean has(Phrase phrase) {
    if (!words.contains(phrase.first())) {
      return false; // spares reading the text for each phrase of each rule
    }
    int at = text.indexOf(phrase.text());
    while (at >= 0) {
      if (isWhole(at, at + phrase.text().length())) {
        return true;
      }
      at = text.indexOf(phrase.text(), at + 1);
    }
    return false;
  }

  private boolean isWhole(int from, int to) {
    return !(inWord(from - 1) && inWord(from)) && !(inWord(to - 1) && inWord(to));
  }

  private boolean inWord(int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * Words that are looked for one after another, taken literally.
   *
   * @param plain in the same form as the text that it is looked for in
   * @param first its first word, without which it cannot stand there; empty if it has none
   */
  record Phrase(PlainText plain, String first) {
    static Phrase of(String written) {
      PlainText plain = PlainText.of(written);
      int from = 0;
      while (from < plain.text.length() && !plain.inWord(from)) {
        from++;
      }
      int to = from;
      while (plain.inWord(to)) {
        to++;
      }
      return new Phrase(plain, plain.text.substring(from, to));
    }

    String text() {
      return plain.text;
    }

    /** Whether each text with this phrase has the other one as well. */
    boolean implies(Phrase other) {
      return plain.has(other);
    }

    @Override
    public String toString() {
      return plain.text;
    }
  }
}
