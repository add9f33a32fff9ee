package id.aduan.lapor.documents.odf;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a formula of a sheet or a text refers to. */
final class OdfFormula {
  private static final Set<String> CALLS = Set.of("WEBSERVICE(", "DDE(");
  private static final String HYPERLINK = "HYPERLINK(";

  private OdfFormula() {}

  /** The fault of it: cells of another document, a call, or a place for a reader to go to. */
  static Optional<OdfFault> fault(String formula) {
    String outside = withoutTexts(formula);
    String plain = outside.replace(" ", "").toUpperCase(Locale.ROOT);
    if (CALLS.stream().anyMatch(plain::contains) || namesDocument(outside)) {
      return Optional.of(OdfFault.EXTERNAL_LINK);
    }
    return plain.contains(HYPERLINK) ? Optional.of(OdfFault.HYPERLINK) : Optional.empty();
  }

  /** Without what stands between double quotes. */
  private static String withoutTexts(String formula) {
    StringBuilder rest = new StringBuilder(formula.length());
    boolean inText = false;
    boolean inName = false;
    for (int i = 0; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (c == '"' && !inName) {
        inText = !inText;
      } else if (!inText) {
        inName ^= c == '\'';
        rest.append(c);
      }
    }
    return rest.toString();
  }

  /** Whether a quoted name is followed by {@code #}: so cells of another document are named. */
  private static boolean namesDocument(String formula) {
    boolean inName = false;
    for (int i = 0; i < formula.length(); i++) {
      if (formula.charAt(i) != '\'') {
        continue;
      }
      char next = i + 1 < formula.length() ? formula.charAt(i + 1) : ' ';
      if (inName && next == '\'') {
        i++; // a quote that belongs to the name
      } else {
        inName = !inName;
        if (!inName && next == '#') {
          return true;
        }
      }
    }
    return false;
  }
}
