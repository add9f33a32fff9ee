package id.aduan.lapor.documents.inspect;

import java.io.IOException;

/** Looks for what a PDF does beside being read. What is packed in it is not unpacked. */
final class PdfLook {
  private static final int SIGNED = 0;

  private PdfLook() {}

  static void look(Bytes bytes, Findings findings) throws IOException {
    Scan words =
        Scan.exact(
            "/ByteRange", "/JavaScript", "/JS ", "/JS(", "/Launch", "/EmbeddedFile", "/Encrypt");
    words.all(bytes.stream(0, TikaInspector.LOOKED_BYTES));
    findings.addIf(words.found(SIGNED), Finding.PDF_SIGNED);
    findings.addIf(
        words.found(1) || words.found(2) || words.found(3) || words.found(4), Finding.PDF_ACTION);
    findings.addIf(words.found(5), Finding.PDF_EMBEDDED);
    findings.addIf(words.found(6), Finding.PDF_ENCRYPTED);
    findings.addIf(bytes.size() > TikaInspector.LOOKED_BYTES, Finding.FILE_PARTLY);
    boolean alone = bytes.is(0, "%PDF-") || bytes.is(3, "%PDF-");
    boolean page = TextLook.within(bytes, "<html", 1024) || TextLook.within(bytes, "<script", 1024);
    findings.addIf(page || Trailer.archive(bytes), Finding.FILE_POLYGLOT);
    if (!alone) {
      TextLook.executable(bytes, findings);
    }
  }
}
