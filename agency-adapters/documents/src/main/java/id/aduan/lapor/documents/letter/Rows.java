package id.aduan.lapor.documents.letter;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is to be known of rows of tables. */
final class Rows {
  private Rows() {}

  /** Whether a cell of the row reaches into the next ones, or one from above into it. */
  static boolean isTiedToOthers(Element row) {
    int covered = 0;
    int ownCovered = 0;
    for (Node child : Xml.children(row)) {
      if (child instanceof Element cell) {
        int repeated = number(cell, "number-columns-repeated");
        if (Xml.is(cell, Xml.TABLE, "covered-table-cell")) {
          covered += repeated;
        } else if (Xml.is(cell, Xml.TABLE, "table-cell")) {
          if (number(cell, "number-rows-spanned") > 1) {
            return true;
          }
          ownCovered += repeated * (number(cell, "number-columns-spanned") - 1);
        }
      }
    }
    return covered > ownCovered;
  }

  private static int number(Element cell, String name) {
    String written = cell.getAttributeNS(Xml.TABLE, name);
    return written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 1;
  }
}
