package id.aduan.lapor.portal.export;

/**
 * How much of a file is read. All of the portal's own exports lie far below these; what lies above
 * is refused as a whole.
 *
 * @param fileBytesMax of the file as it is
 * @param partBytesMax of one part of it, unpacked
 * @param ratioMax how many times its packed size a part may unpack to, once it is past 16 MiB
 * @param rowsMax rows of a sheet, empty ones among them
 * @param cellCharactersMax of one cell; a spreadsheet program allows 32,767
 */
record ExportBounds(
    long fileBytesMax, long partBytesMax, int ratioMax, int rowsMax, int cellCharactersMax) {
  static final ExportBounds USUAL = new ExportBounds(256L << 20, 2L << 30, 200, 1_048_576, 65_536);

  /** From where on the ratio is looked at: little data packs to next to nothing. */
  static final long RATIO_FROM_BYTES = 16L << 20;

  /** What a parser may hold at once: a tag with its attributes, a comment, a CDATA section. */
  static final long PIECE_BYTES_MAX = 1L << 20;

  /** Elements within each other; an export has less than ten. */
  static final int DEPTH_MAX = 100;

  /** Different names of elements and attributes in one part; the whole format has less. */
  static final int NAMES_MAX = 5_000;

  static final int PARTS_MAX = 1_000;
  static final int SHEETS_MAX = 50;
  static final int COLUMNS_MAX = 256;
  static final int TEXTS_MAX = 8_000_000;

  /** How far down the header is looked for; the portal puts it into row 11. */
  static final int HEADER_ROWS_MAX = 100;
}
