package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Whether a document shows all that it is made of, so that an office which can read the files of
 * this machine may be given it. A field, a link of a sheet or a drawing can name any file, and what
 * the office takes in from there would go out with the copy (ODF-13). Errs on the side of refusing:
 * whoever has something to hide can cut the name of a field into pieces, so any field counts.
 */
final class OwnOnly {
  private static final Set<String> OLD = Set.of("application/msword", "application/vnd.ms-excel");

  /** Of text, of sheets and of drawings; a character by its number would hide any of them. */
  private static final String[] WORDS = {
    "instrtext",
    "fldsimple",
    "altchunk",
    "subdoc",
    "webservice(",
    "indirect(",
    "dde(",
    "ddelink",
    "<ddeitem",
    "externalbook",
    "connections.xml",
    "querytable",
    "file:",
    "smb:",
    "http-equiv",
    "targetmode=\"external\"",
    "targetmode='external'",
    "&#",
    "<!doctype",
    "<!entity"
  };

  private static final int HEAD = 200;
  private static final int ENTRIES_MAX = 10_000;
  private static final long UNPACKED_BYTES_MAX = 128L << 20;

  private OwnOnly() {}

  /** Looks at a document of a type that is converted, which a look before found harmless. */
  static boolean is(Path file, String type) throws IOException {
    if (OLD.contains(type)) {
      return false; // what its records name cannot be told
    }
    if (type.equals("application/rtf")) {
      try (Bytes bytes = Bytes.of(file)) {
        return !TextLook.takesFromElsewhere(bytes);
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return parts(zip);
    } catch (ZipException unreadable) {
      return false;
    }
  }

  private static boolean parts(ZipFile zip) throws IOException {
    if (zip.size() > ENTRIES_MAX) {
      return false;
    }
    long left = UNPACKED_BYTES_MAX;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements() && left > 0) {
      ZipEntry entry = entries.nextElement();
      try (InputStream in = zip.getInputStream(entry)) {
        Part part = new Part();
        left -= part.read(in, left);
        if (part.takes(entry.getName().toLowerCase(Locale.ROOT))) {
          return false;
        }
      }
    }
    return left > 0;
  }

  /** One part as it goes by. */
  private static final class Part {
    private final Scan words = Scan.anyCase(WORDS);
    private String head = "";

    long read(InputStream in, long most) throws IOException {
      byte[] buffer = in.readNBytes(HEAD);
      head = new String(buffer, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      words.feed(buffer, buffer.length);
      long read = buffer.length;
      byte[] next = new byte[1 << 13];
      for (int got = in.read(next); got >= 0 && read < most; got = in.read(next)) {
        words.feed(next, got);
        read += got;
      }
      return read;
    }

    /** In another encoding than what is searched in, nothing would be found. */
    boolean takes(String name) {
      boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || head.startsWith("<?xml");
      boolean other = head.contains("encoding=") && !head.contains("utf-8");
      return words.any() || (xml && (other || head.indexOf(0) >= 0));
    }
  }
}
