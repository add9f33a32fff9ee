package id.aduan.lapor.documents.recap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which row of which sheet of a template each list stands, so that what names cells still names
 * the same ones when the lists have grown: print areas, filters, validity rules, and the charts'
 * sources. Pure.
 */
final class Layout {
  private static final Pattern SHEET_OR_ROW =
      Pattern.compile("<table:table\\s[^>]*?table:name=\"([^\"]*)\"|<table:table-row\\b([^>]*)>");
  private static final Pattern REPEATED =
      Pattern.compile("table:number-rows-repeated=\"(\\d{1,7})\"");
  private static final Pattern NAMES_CELLS =
      Pattern.compile("([\\w:-]+(?:-address|:print-ranges|-of-ranges))=\"([^\"]*)\"");
  private static final String SHEET = "(?:\\$?('(?:[^']|'')*'|[^\\s'.:]+))?";
  private static final String CELL = "\\.\\$?[A-Z]{1,3}\\$?(\\d{1,7})";
  private static final Pattern RANGE = Pattern.compile(SHEET + CELL + "(?::" + SHEET + CELL + ")?");

  private final Map<String, List<At>> lists = new HashMap<>();

  /** Where a list stands. */
  private record At(long row, String list) {}

  /** Of the pieces of the part that holds the sheets. */
  Layout(List<Piece> pieces) {
    String sheet = "";
    long row = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Repeat repeat) {
        lists.computeIfAbsent(sheet, name -> new ArrayList<>()).add(new At(++row, repeat.list()));
      } else if (piece instanceof Piece.Verbatim verbatim) {
        Matcher found = SHEET_OR_ROW.matcher(verbatim.xml());
        while (found.find()) {
          if (found.group(1) != null) {
            sheet = plain(found.group(1));
            row = 0;
          } else {
            Matcher repeated = REPEATED.matcher(found.group(2));
            row += repeated.find() ? Long.parseLong(repeated.group(1)) : 1;
          }
        }
      }
    }
  }

  /** The same XML with what it names moved to where it is now. */
  String moved(String xml, RecapValues values) {
    return NAMES_CELLS
        .matcher(xml)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(it.group(1) + "=\"" + ranges(it.group(2), values) + '"'));
  }

  private String ranges(String written, RecapValues values) {
    Matcher ranges = RANGE.matcher(plain(written));
    StringBuilder moved = new StringBuilder();
    while (ranges.find()) {
      List<At> grown =
          ranges.group(1) == null
              ? List.of()
              : lists.getOrDefault(unquoted(ranges.group(1)), List.of());
      long first = Long.parseLong(ranges.group(2));
      String text = ranges.group();
      if (ranges.group(4) != null) {
        long last = Math.max(first, Long.parseLong(ranges.group(4)));
        // A range that ends with a list ends where the list does, and holds one row at least.
        long end = Math.max(moved(first, grown, values, false), moved(last, grown, values, true));
        text = text.substring(0, ranges.start(4) - ranges.start()) + end;
      }
      String from = text.substring(0, ranges.start(2) - ranges.start());
      String rest = text.substring(ranges.end(2) - ranges.start());
      ranges.appendReplacement(
          moved, Matcher.quoteReplacement(from + moved(first, grown, values, false) + rest));
    }
    String all = ranges.appendTail(moved).toString();
    return written.contains("&apos;") ? all.replace("'", "&apos;") : all;
  }

  private static long moved(long row, List<At> grown, RecapValues values, boolean end) {
    long by = 0;
    for (At at : grown) {
      if (at.row() < row || (end && at.row() == row)) {
        by += values.size(at.list()) - 1;
      }
    }
    return row + by;
  }

  private static String plain(String attribute) {
    return attribute.replace("&apos;", "'");
  }

  /** As the sheet itself is named. */
  private static String unquoted(String sheet) {
    return sheet.startsWith("'")
        ? sheet.substring(1, sheet.length() - 1).replace("''", "'")
        : sheet;
  }
}
