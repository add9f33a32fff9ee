package id.aduan.lapor.documents.inspect;

import id.aduan.lapor.documents.odf.OdfBounds;
import id.aduan.lapor.documents.odf.OdfCheck;
import id.aduan.lapor.documents.odf.OdfFault;
import id.aduan.lapor.documents.odf.OdfFinding;
import id.aduan.lapor.documents.odf.OdfVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether an OpenDocument, a package or a flat one, is sound and stands alone (ODF-10, ODF-13). */
final class OdfLook {
  private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final int HEAD = 1 << 13;
  private static final OdfCheck CHECK = new OdfCheck(OdfBounds.INCOMING);

  private OdfLook() {}

  /** Looks at a package. */
  static void look(Path file, Findings findings) throws IOException {
    tell(CHECK.check(file), findings);
  }

  /** Whether it is one in a single XML file, whatever stands before its first element. */
  static boolean flat(Bytes bytes, String type) throws IOException {
    // A page that an office wrote names its namespaces too.
    boolean page = type.equals("text/html") || type.equals("application/xhtml+xml");
    boolean named = TextLook.begins(bytes, "<") && TextLook.within(bytes, NAMESPACE, HEAD);
    return type.contains(".flat.") || (named && !page);
  }

  /** Looks at a flat one, and says its type. */
  static String flat(Path file, Findings findings) throws IOException {
    OdfVerdict verdict = CHECK.check(file);
    tell(verdict, findings);
    return verdict.mediaType().map(it -> it + ContentType.FLAT).orElse("application/xml");
  }

  private static void tell(OdfVerdict verdict, Findings findings) {
    boolean encrypted = verdict.has(OdfFault.ENCRYPTED);
    for (OdfFinding found : verdict.findings()) {
      // What is encrypted is no XML, and that is as it should be.
      of(found.fault())
          .filter(it -> !encrypted || it != Finding.ODF_INVALID)
          .ifPresent(findings::add);
    }
  }

  private static Optional<Finding> of(OdfFault fault) {
    return switch (fault) {
      case NOT_A_DOCUMENT,
          BROKEN_PACKAGE,
          DIRECTORY_DIFFERS,
          MIMETYPE_NOT_FIRST,
          MIMETYPE_NOT_PLAIN,
          TYPE_UNKNOWN,
          TYPE_DIFFERS,
          MANIFEST_MISSING,
          PART_NOT_IN_MANIFEST,
          PART_MISSING,
          CONTENT_MISSING,
          XML_BROKEN,
          XML_TOO_DEEP,
          VERSION_UNKNOWN ->
          Optional.of(Finding.ODF_INVALID);
      case PART_TWICE -> Optional.of(Finding.ARCHIVE_DUPLICATE);
      case PART_NAME_UNSAFE -> Optional.of(Finding.ARCHIVE_PATH);
      case XML_DTD -> Optional.of(Finding.ODF_ENTITIES);
      case ENCRYPTED -> Optional.of(Finding.ODF_ENCRYPTED);
      case MACRO -> Optional.of(Finding.ODF_MACRO);
      case EXTERNAL_LINK -> Optional.of(Finding.ODF_EXTERNAL);
      case FOREIGN_OBJECT -> Optional.of(Finding.ODF_EMBEDDED);
      case TOO_LARGE, TOO_COMPRESSED -> Optional.of(Finding.ODF_SIZE);
      // A link that a reader clicks is text.
      case HYPERLINK -> Optional.empty();
    };
  }
}
