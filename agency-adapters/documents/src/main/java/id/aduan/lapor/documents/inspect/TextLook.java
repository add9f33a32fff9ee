package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Looks at what is text: scripts, pages, drawings, and office documents in RTF. */
final class TextLook {
  private static final int HEAD = 1024;
  private static final String SCANNER_TEST = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!";

  private TextLook() {}

  static void look(Bytes bytes, String type, Findings findings) throws IOException {
    executable(bytes, findings);
    findings.addIf(bytes.size() > TikaInspector.LOOKED_BYTES, Finding.FILE_PARTLY);
    if (type.equals("application/rtf")) {
      Scan objects = Scan.exact("\\objdata", "\\objemb", "\\objlink", "\\objautlink");
      objects.all(bytes.stream(0, TikaInspector.LOOKED_BYTES));
      findings.addIf(objects.any(), Finding.OFFICE_EMBEDDED);
    } else {
      Scan words =
          Scan.anyCase(
              "<script",
              "javascript:",
              "onload=",
              "onerror=",
              "onclick=",
              "<?php",
              "<foreignobject",
              "vbscript:",
              "<iframe",
              "http-equiv=\"refresh");
      boolean page =
          type.equals("text/html")
              || type.endsWith("+xml")
              || within(bytes, "<html", HEAD)
              || within(bytes, "<svg", HEAD);
      if (page) {
        words.all(bytes.stream(0, TikaInspector.LOOKED_BYTES));
      }
      findings.addIf(words.any(), Finding.FILE_SCRIPT);
    }
    findings.addIf(Trailer.archive(bytes), Finding.FILE_POLYGLOT);
  }

  /**
   * Whether an office that reads it may be told to take in another file, of this machine or of
   * another one: by a field of RTF, whatever its text, or by such a field's name in a DOC. What the
   * office made of that would go out with our own files in it.
   */
  static boolean takesFromElsewhere(Bytes bytes) throws IOException {
    Scan words =
        Scan.anyCase(
            "\\fldinst",
            "\\objlink",
            "\\objautlink",
            "\\nextgraphic",
            "\\subdoc",
            "pibname",
            "includepicture",
            "includetext",
            "i\0n\0c\0l\0u\0d\0e\0p\0i\0c\0t\0u\0r\0e\0",
            "i\0n\0c\0l\0u\0d\0e\0t\0e\0x\0t\0");
    words.all(bytes.stream(0, bytes.size()));
    return words.any();
  }

  /** Whether its begin is that of something that a machine runs. */
  static void executable(Bytes bytes, Findings findings) throws IOException {
    String head = head(bytes, HEAD);
    String small = head.stripLeading().toLowerCase(Locale.ROOT);
    boolean runs =
        head.startsWith("#!")
            || head.startsWith("MZ")
            || head.startsWith("\u007fELF")
            || head.startsWith("L\0\0\0\1\u0014\2\0")
            || small.startsWith("[desktop entry]")
            || small.startsWith("[internetshortcut]")
            || small.startsWith("@echo off")
            || small.startsWith("<?php")
            || small.startsWith("<job")
            || head.contains(SCANNER_TEST);
    findings.addIf(runs, Finding.FILE_EXECUTABLE);
  }

  static boolean within(Bytes bytes, String word, int most) throws IOException {
    return head(bytes, most).toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether it begins so, behind a mark of its encoding and spaces. */
  static boolean begins(Bytes bytes, String word) throws IOException {
    String head = head(bytes, HEAD);
    String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    return text.stripLeading().startsWith(word);
  }

  private static String head(Bytes bytes, int most) throws IOException {
    try (InputStream in = bytes.stream(0, most)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
