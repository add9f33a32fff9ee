package id.aduan.lapor.documents.convert;

import java.util.Map;
import java.util.Optional;

/**
 * What a document becomes.
 *
 * @param from the extension that the office knows it by
 * @param to the extension of the open format
 * @param type the media type of the open format
 */
record OpenFormat(String from, String to, String type) {
  private static final String TEXT = "application/vnd.oasis.opendocument.text";
  private static final String SHEET = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, OpenFormat> BY_TYPE =
      Map.of(
          OOXML + "wordprocessingml.document",
          new OpenFormat("docx", "odt", TEXT),
          OOXML + "spreadsheetml.sheet",
          new OpenFormat("xlsx", "ods", SHEET),
          "application/msword",
          new OpenFormat("doc", "odt", TEXT),
          "application/vnd.ms-excel",
          new OpenFormat("xls", "ods", SHEET),
          "application/rtf",
          new OpenFormat("rtf", "odt", TEXT));

  static Optional<OpenFormat> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }
}
