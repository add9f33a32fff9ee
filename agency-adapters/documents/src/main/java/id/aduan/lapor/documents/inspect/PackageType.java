package id.aduan.lapor.documents.inspect;

import java.util.List;
import java.util.Map;

/** What a zip is: the names of its entries tell. */
record PackageType(Kind kind, String mediaType) {
  static final String ARCHIVE = "application/zip";
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

  /** The part that only it has, and its media type. */
  private static final Map<String, String> OFFICE =
      Map.of(
          "word/document.xml", OOXML + "wordprocessingml.document",
          "xl/workbook.xml", OOXML + "spreadsheetml.sheet",
          "xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12",
          "ppt/presentation.xml", OOXML + "presentationml.presentation");

  enum Kind {
    PLAIN,
    OPEN_DOCUMENT,
    OFFICE
  }

  static PackageType of(List<ZipEntryAt> entries, String mimetype) {
    if (mimetype.startsWith(OPEN_DOCUMENT) && mimetype.matches("[a-z./-]{1,80}")) {
      return new PackageType(Kind.OPEN_DOCUMENT, mimetype);
    }
    if (holds(entries, "META-INF/manifest.xml") && holds(entries, "content.xml")) {
      // An office opens it all the same, with all that it holds.
      return new PackageType(Kind.OPEN_DOCUMENT, ARCHIVE);
    }
    boolean office = holds(entries, "[Content_Types].xml");
    if (office) {
      for (ZipEntryAt entry : entries) {
        String type = OFFICE.get(entry.name());
        if (type != null) {
          return new PackageType(Kind.OFFICE, type);
        }
      }
    }
    return new PackageType(Kind.PLAIN, ARCHIVE);
  }

  private static boolean holds(List<ZipEntryAt> entries, String name) {
    return entries.stream().anyMatch(it -> it.name().equals(name));
  }

  /** What looks at an entry of this name. */
  PartLook part(String name, Findings findings) {
    return switch (kind) {
      case PLAIN, OPEN_DOCUMENT -> PartLook.NOTHING;
      case OFFICE -> OfficePart.of(name, findings);
    };
  }
}
