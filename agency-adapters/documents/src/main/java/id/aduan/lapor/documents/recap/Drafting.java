package id.aduan.lapor.documents.recap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a template is left out of recaps, and what may not be in one since it would not survive.
 * Pure.
 */
final class Drafting {
  private static final List<Pattern> LEFT_OUT =
      List.of(
          // Comments are for those who edit the template.
          Pattern.compile("<office:annotation\\b[^>]*/>"),
          Pattern.compile("<office:annotation\\b.*?</office:annotation>", Pattern.DOTALL),
          // A picture of what a chart looked like in the template.
          Pattern.compile("<draw:image\\b[^>]*ObjectReplacements/[^>]*/>"),
          Pattern.compile(
              "<draw:image\\b[^>]*ObjectReplacements/[^>]*[^/]>.*?</draw:image>", Pattern.DOTALL),
          // What a chart showed in the template: it reads the cells themselves.
          Pattern.compile(
              "<table:table\\b[^>]*table:name=\"local-table\".*?</table:table>", Pattern.DOTALL),
          // The printer of whoever edited it.
          Pattern.compile("<config:config-item config:name=\"Printer(?:Name|Setup)\"[^>]*/>"),
          Pattern.compile(
              "<config:config-item config:name=\"Printer(?:Name|Setup)\"[^>]*>[^<]*"
                  + "</config:config-item>"));

  /** Empty rows down to the end of a sheet: what grows would push them over it. */
  private static final Pattern FILLING = Pattern.compile("table:number-rows-repeated=\"\\d{5,}\"");

  private static final Map<String, Pattern> REFUSED =
      new TreeMap<>(
          Map.of(
              "a formula (write a placeholder instead)", Pattern.compile("\\stable:formula="),
              "recorded changes (accept them)", Pattern.compile("<table:tracked-changes\\b"),
              "a pivot table", Pattern.compile("<table:data-pilot-table\\b"),
              "a scenario", Pattern.compile("<table:scenario\\b"),
              "a linked sheet", Pattern.compile("<table:table-source\\b"),
              "a table within a cell",
                  Pattern.compile("<table:table\\b[^>]*is-sub-table=\"true\"")));

  private static final Pattern SPANNED_DOWN =
      Pattern.compile("table:number-rows-spanned=\"(?!1\")");
  private static final Pattern ROW_TWICE = Pattern.compile("^<table:table-row\\b[^>]*-repeated=");
  private static final Pattern COVERED =
      Pattern.compile(
          "<table:covered-table-cell\\b(?:[^>]*number-columns-repeated=\"(\\d{1,5})\")?");
  private static final Pattern SPANNED =
      Pattern.compile("table:number-columns-spanned=\"(\\d{1,5})\"");

  private Drafting() {}

  /** The part without what does not go out. */
  static String cleaned(String xml) {
    String cleaned = xml;
    for (Pattern pattern : LEFT_OUT) {
      cleaned = pattern.matcher(cleaned).replaceAll("");
    }
    return FILLING.matcher(cleaned).replaceAll("table:number-rows-repeated=\"1\"");
  }

  /** What would not survive, in words for whoever edits the template. */
  static Set<String> faults(String xml, List<Piece> pieces) {
    Set<String> faults = new TreeSet<>();
    REFUSED.forEach(
        (what, pattern) -> {
          if (pattern.matcher(xml).find()) {
            faults.add(what);
          }
        });
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Repeat repeat) {
        ofRow(repeat.xml())
            .forEach(what -> faults.add(what + " in the row of ${" + repeat.list() + ".…}"));
      }
    }
    return faults;
  }

  private static Stream<String> ofRow(String row) {
    boolean down = SPANNED_DOWN.matcher(row).find() || sum(COVERED, row) > sum(SPANNED, row);
    boolean twice = ROW_TWICE.matcher(row).find();
    return Stream.concat(
        down ? Stream.of("cells merged with those of another row") : Stream.empty(),
        twice ? Stream.of("a second row that is the same") : Stream.empty());
  }

  /** How many cells are covered, or may be by those before them. */
  private static int sum(Pattern pattern, String row) {
    Matcher found = pattern.matcher(row);
    int sum = 0;
    while (found.find()) {
      int count = found.group(1) == null ? 1 : Integer.parseInt(found.group(1));
      sum += pattern == SPANNED ? count - 1 : count;
    }
    return sum;
  }
}
