package id.aduan.lapor.documents.recap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part of a template is made of. Pure. */
sealed interface Piece {
  /** As it stands. */
  record Verbatim(String xml) implements Piece {}

  /** A value within a text. */
  record Inline(String name) implements Piece {}

  /**
   * A cell that is a value and nothing else, so that it gets the value's type.
   *
   * @param attributes all that it has but what it says: its style, how far it is merged, its rules
   * @param before what begins each of its paragraphs
   * @param after what ends it
   */
  record Whole(String name, String attributes, String before, String after) implements Piece {}

  /**
   * A row that is there once for each of a list.
   *
   * @param xml as it stands in the template
   */
  record Repeat(String list, List<Piece> row, String xml) implements Piece {
    public Repeat {
      row = List.copyOf(row);
    }
  }

  Pattern ROW = Pattern.compile("<table:table-row\\b[^>]*>");
  String ROW_END = "</table:table-row>";
  Pattern CELL = Pattern.compile("<table:table-cell\\b([^>]*[^/])>(.*?)</table:table-cell>");

  /** One paragraph, with the formats that all of it has. */
  Pattern PARAGRAPH =
      Pattern.compile(
          "(<text:p\\b[^>]*>(?:<text:span\\b[^>]*>)*)(.*?)((?:</text:span>)*</text:p>)");

  /** What a cell says, and the name that only one may have. */
  Pattern SAID =
      Pattern.compile("\\s(?:office:[a-z-]*value[a-z-]*|calcext:value-type|xml:id)=\"[^\"]*\"");

  Pattern PLACE = Pattern.compile("\\$\\{([^{}]{0,80})\\}");
  Pattern TAG = Pattern.compile("<[^>]*>");

  /** What a text of a template is made of, and which of its places nobody knows. */
  record Compiled(List<Piece> pieces, Set<String> unknown) {
    public Compiled {
      pieces = List.copyOf(pieces);
      unknown = Set.copyOf(unknown);
    }
  }

  /** Takes the XML of a part apart. */
  static Compiled compile(String xml) {
    List<Piece> pieces = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    Matcher rows = ROW.matcher(xml);
    int done = 0;
    while (rows.find()) {
      int end = xml.indexOf(ROW_END, rows.end());
      if (rows.group().endsWith("/>") || end < 0) {
        continue;
      }
      String row = xml.substring(rows.start(), end + ROW_END.length());
      String list = list(row);
      if (!list.isEmpty()) {
        cells(xml.substring(done, rows.start()), "", pieces, unknown);
        List<Piece> inside = new ArrayList<>();
        cells(row, list, inside, unknown);
        pieces.add(new Repeat(list, inside, row));
        done = end + ROW_END.length();
      }
    }
    String rest = xml.substring(done);
    if (pieces.isEmpty() || !rest.isEmpty()) {
      cells(rest, "", pieces, unknown);
    }
    return new Compiled(pieces, unknown);
  }

  /** The list whose rows this row stands for; empty for none. */
  private static String list(String row) {
    Matcher places = PLACE.matcher(row);
    while (places.find()) {
      String name = places.group(1);
      int dot = name.indexOf('.');
      if (dot > 0 && RecapValues.LISTS.containsKey(name.substring(0, dot))) {
        return name.substring(0, dot);
      }
    }
    return "";
  }

  private static void cells(String xml, String list, List<Piece> into, Set<String> unknown) {
    Matcher cells = CELL.matcher(xml);
    int done = 0;
    while (cells.find()) {
      Matcher paragraph = PARAGRAPH.matcher(cells.group(2).strip());
      Matcher only =
          PLACE.matcher(
              paragraph.matches() ? TAG.matcher(paragraph.group(2)).replaceAll("").strip() : "");
      if (only.matches()) {
        inline(xml.substring(done, cells.start()), list, into, unknown);
        into.add(
            new Whole(
                known(only.group(1), list, unknown),
                SAID.matcher(cells.group(1)).replaceAll(""),
                paragraph.group(1),
                paragraph.group(3)));
        done = cells.end();
      }
    }
    inline(xml.substring(done), list, into, unknown);
  }

  private static void inline(String xml, String list, List<Piece> into, Set<String> unknown) {
    Matcher places = PLACE.matcher(xml);
    int done = 0;
    while (places.find()) {
      into.add(new Verbatim(xml.substring(done, places.start())));
      into.add(new Inline(known(places.group(1), list, unknown)));
      done = places.end();
    }
    into.add(new Verbatim(xml.substring(done)));
  }

  /** The name, without its list. */
  private static String known(String written, String list, Set<String> unknown) {
    BiPredicate<String, String> isOfList =
        (of, name) -> RecapValues.LISTS.getOrDefault(of, Set.of()).contains(name);
    if (!list.isEmpty() && written.startsWith(list + ".")) {
      String name = written.substring(list.length() + 1);
      if (isOfList.test(list, name)) {
        return written;
      }
    } else if (RecapValues.SINGLE.contains(written)) {
      return written;
    }
    unknown.add(TAG.matcher(written).replaceAll(""));
    return written;
  }
}
