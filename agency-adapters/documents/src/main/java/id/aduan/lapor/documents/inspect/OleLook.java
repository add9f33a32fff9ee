package id.aduan.lapor.documents.inspect;

import java.io.IOException;

/** Looks at an office document of the kind before OOXML by the names of its streams. */
final class OleLook {
  private OleLook() {}

  /** Looks at it, and says what it is. */
  static String look(Bytes bytes, Findings findings) throws IOException {
    Scan names =
        Scan.wide(
            "WordDocument",
            "Workbook",
            "PowerPoint Document",
            "EncryptedPackage",
            "_VBA_PROJECT",
            "ObjectPool",
            "Ole10Native");
    names.all(bytes.stream(0, TikaInspector.LOOKED_BYTES));
    findings.addIf(bytes.size() > TikaInspector.LOOKED_BYTES, Finding.FILE_PARTLY);
    findings.addIf(names.found(3), Finding.OFFICE_ENCRYPTED);
    findings.addIf(names.found(4), Finding.OFFICE_MACRO);
    findings.addIf(names.found(6), Finding.OFFICE_EMBEDDED);
    findings.addIf(Trailer.archive(bytes), Finding.FILE_POLYGLOT);
    if (names.found(3)) {
      return "application/x-tika-ooxml-protected";
    }
    if (names.found(0)) {
      return "application/msword";
    }
    if (names.found(1)) {
      return "application/vnd.ms-excel";
    }
    return names.found(2) ? "application/vnd.ms-powerpoint" : "application/x-tika-msoffice";
  }
}
