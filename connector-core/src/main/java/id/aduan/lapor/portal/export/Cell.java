package id.aduan.lapor.portal.export;

/**
 * A cell with something in it.
 *
 * @param column from 0
 * @param text as it is written in the file; of a formula nothing is read
 */
record Cell(int column, Kind kind, String text) {

  enum Kind {
    TEXT,
    /** A spreadsheet program has made a number of it, or a day. */
    NUMBER,
    /** It is worked out by whoever opens the file; not evaluated here. */
    FORMULA,
    /** The spreadsheet program could not work it out. */
    ERROR
  }

  /** The letters of a column, as people see them. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /**
   * The column of an address such as {@code AB12}; -1 for what is none, a large number for one far
   * beyond.
   */
  static int columnOf(String address) {
    int column = 0;
    int letters = 0;
    for (; letters < address.length(); letters++) {
      char letter = address.charAt(letters);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = Math.min(1_000_000, column * 26 + letter - 'A' + 1);
    }
    return letters == 0 ? -1 : column - 1;
  }
}
