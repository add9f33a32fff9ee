package id.aduan.lapor.documents.inspect;

import java.io.IOException;

/** What is behind the end of a picture, or before the begin of a document. */
final class Trailer {
  private Trailer() {}

  /** A picture that is a page, a program or an archive as well. */
  static void look(Bytes bytes, long from, Findings findings) throws IOException {
    Scan words = Scan.anyCase("<html", "<script", "<?php", "<svg", "<!doctype", "%pdf-");
    words.all(bytes.stream(from, TikaInspector.LOOKED_BYTES));
    boolean program = bytes.is(from, "MZ") || bytes.is(from, "\u007fELF") || bytes.is(from, "#!");
    findings.addIf(words.any() || program || archive(bytes), Finding.FILE_POLYGLOT);
  }

  /** Whether the file ends as a zip does. */
  static boolean archive(Bytes bytes) throws IOException {
    return ZipEnd.find(bytes).isPresent();
  }
}
