package id.aduan.lapor.yaml;

import java.util.Collection;
import java.util.Locale;

/** Finds the word that was probably meant. */
final class Closest {

  private static final int LENGTH_MAX = 64;
  private static final int CHOICES_MAX = 24;

  private Closest() {}

  /** A hint of the form {@code did you mean 'x'?}, or the choices when they are few. */
  static String hint(String written, Collection<String> known) {
    String nearest = nearest(written, known);
    if (!nearest.isEmpty()) {
      return nearest;
    }
    return known.isEmpty() || known.size() > CHOICES_MAX
        ? ""
        : "known: " + String.join(", ", known);
  }

  /** A hint of the form {@code did you mean 'x'?}, or nothing. */
  static String nearest(String written, Collection<String> known) {
    String best = "";
    int bestDistance = 3;
    String word = plain(written);
    for (String candidate : known) {
      String other = plain(candidate);
      if (Math.abs(word.length() - other.length()) >= bestDistance) {
        continue; // each letter too many is an edit
      }
      int distance = distance(word, other);
      if (distance < bestDistance && distance * 3 <= Math.max(3, candidate.length())) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? "" : "did you mean '" + best + "'?";
  }

  /** {@code base_uri}, {@code base-uri} and {@code baseUri} are the same mistake. */
  private static String plain(String word) {
    String letters = word.replaceAll("[-_\\s\\u00a0]", "").toLowerCase(Locale.ROOT);
    return letters.substring(0, Math.min(LENGTH_MAX, letters.length()));
  }

  /** Edits between the two: insert, delete, replace, or swap of neighbours. */
  static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int step(int[][] edits, String a, String b, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int fewest = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
