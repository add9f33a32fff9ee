package id.aduan.lapor.documents.odf;

import java.util.Set;

/** Names that OpenDocument gives to things. */
public final class OdfTypes {
  /** A text, {@code .odt}. */
  public static final String TEXT = "application/vnd.oasis.opendocument.text";

  /** A spreadsheet, {@code .ods}. */
  public static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

  static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  static final String MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  static final String XLINK = "http://www.w3.org/1999/xlink";
  static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4");
  private static final String PREFIX = "application/vnd.oasis.opendocument.";
  private static final Set<String> KINDS =
      Set.of(
          "text",
          "text-template",
          "text-master",
          "text-web",
          "spreadsheet",
          "spreadsheet-template",
          "presentation",
          "presentation-template",
          "graphics",
          "graphics-template",
          "chart",
          "chart-template",
          "image",
          "image-template",
          "formula",
          "formula-template",
          "base");

  private OdfTypes() {}

  /** Whether this is the media type of a document. */
  public static boolean isDocument(String type) {
    return type.startsWith(PREFIX) && KINDS.contains(type.substring(PREFIX.length()));
  }
}
