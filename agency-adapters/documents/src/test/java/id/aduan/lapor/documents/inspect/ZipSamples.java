package id.aduan.lapor.documents.inspect;

import id.aduan.lapor.documents.odf.OdfPackage;
import id.aduan.lapor.documents.odf.OdfVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives made here, and what a stranger does to them. */
final class ZipSamples {
  private ZipSamples() {}

  /** Names and contents in turn. */
  static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.ISO_8859_1)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  static byte[] bomb(int mebibytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("nol.txt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < mebibytes; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  static byte[] nested(int depth) throws IOException {
    byte[] inner = zip("a.txt", "isi");
    for (int i = 0; i < depth; i++) {
      inner = zip("dalam.zip", new String(inner, StandardCharsets.ISO_8859_1));
    }
    return inner;
  }

  /** Where the first header of a directory is. */
  static int directory(byte[] zip) {
    return buffer(zip).getInt(zip.length - 6);
  }

  static ByteBuffer buffer(byte[] zip) {
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The second entry of the directory is the first once more under another name (Fifield). */
  static byte[] overlapping() throws IOException {
    byte[] zip = zip("a.txt", "satu", "a.txu", "satu");
    int first = directory(zip);
    int second = first + 46 + 5;
    buffer(zip).putInt(second + 42, 0);
    return zip;
  }

  /** The directory says less than there is. */
  static byte[] lying() throws IOException {
    byte[] zip = zip("a.txt", "isi yang lebih panjang");
    buffer(zip).putInt(directory(zip) + 24, 3);
    return zip;
  }

  static byte[] otherName() throws IOException {
    byte[] zip = zip("a.txt", "isi");
    zip[30] = 'b';
    return zip;
  }

  static byte[] duplicate() throws IOException {
    byte[] zip = zip("a.txt", "isi", "b.txt", "isi");
    int second = directory(zip) + 46 + 5 + 46;
    int local = buffer(zip).getInt(directory(zip) + 46 + 5 + 42);
    zip[second] = 'a';
    zip[local + 30] = 'a';
    return zip;
  }

  static byte[] link() throws IOException {
    byte[] zip = zip("a.txt", "/etc/passwd");
    int at = directory(zip);
    zip[at + 5] = 3;
    buffer(zip).putInt(at + 38, 0xA1FF << 16);
    return zip;
  }

  static byte[] encrypted() throws IOException {
    byte[] zip = zip("a.txt", "isi");
    zip[directory(zip) + 8] |= 1;
    return zip;
  }

  /** The two forms of the record at the end say different things. */
  static byte[] wideLie() throws IOException {
    byte[] zip = zip("a.txt", "isi");
    int end = zip.length - 22;
    ByteBuffer wide = ByteBuffer.allocate(56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    wide.put(new byte[] {'P', 'K', 6, 6}).putLong(44).putShort((short) 45).putShort((short) 45);
    wide.putInt(0)
        .putInt(0)
        .putLong(1L << 40)
        .putLong(1L << 40)
        .putLong(51)
        .putLong(directory(zip));
    wide.put(new byte[] {'P', 'K', 6, 7}).putInt(0).putLong(end).putInt(1);
    return PictureSamples.join(
        Arrays.copyOf(zip, end), wide.array(), Arrays.copyOfRange(zip, end, zip.length));
  }

  static byte[] odt(String... more) throws IOException {
    return odtOf(content(""), more);
  }

  /** A document's content with this inside. */
  static String content(String inside) {
    return document("document-content", "", inside);
  }

  /** A flat document with this inside. */
  static byte[] flat(String inside) {
    String type = " office:mimetype='application/vnd.oasis.opendocument.text'";
    return document("document", type, inside).getBytes(StandardCharsets.UTF_8);
  }

  private static String document(String name, String more, String inside) {
    String urn = "urn:oasis:names:tc:opendocument:xmlns:";
    return "<office:"
        + name
        + " xmlns:office='"
        + urn
        + "office:1.0' xmlns:text='"
        + urn
        + "text:1.0' xmlns:draw='"
        + urn
        + "drawing:1.0' xmlns:table='"
        + urn
        + "table:1.0' xmlns:script='"
        + urn
        + "script:1.0' xmlns:manifest='"
        + urn
        + "manifest:1.0' xmlns:xlink='http://www.w3.org/1999/xlink' office:version='1.2'"
        + more
        + ">"
        + inside
        + "</office:"
        + name
        + ">";
  }

  static byte[] odtOf(String content, String... more) throws IOException {
    String type = "application/vnd.oasis.opendocument.text";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var odf = new OdfPackage(out, type, OdfVersion.V1_2)) {
      odf.part("content.xml", "text/xml", content.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < more.length; i += 2) {
        odf.part(more[i], "text/xml", more[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
