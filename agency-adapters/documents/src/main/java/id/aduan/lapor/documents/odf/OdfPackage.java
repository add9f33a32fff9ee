package id.aduan.lapor.documents.odf;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an OpenDocument package as it goes, part by part: {@code mimetype} first and stored, the
 * manifest last (ODF-10). The same parts give the same bytes (ODF-13). Not safe for use by many
 * threads.
 */
public final class OdfPackage implements AutoCloseable {
  private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String MANIFEST = "META-INF/manifest.xml";
  private final ZipOutputStream zip;
  private final String mediaType;
  private final OdfVersion version;
  private final Map<String, String> parts = new LinkedHashMap<>();

  /**
   * Begins one.
   *
   * @param out closed with this
   * @param mediaType of the document
   */
  public OdfPackage(OutputStream out, String mediaType, OdfVersion version) throws IOException {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.mediaType = mediaType;
    this.version = version;
    stored("mimetype", mediaType.getBytes(StandardCharsets.US_ASCII));
  }

  private void stored(String name, byte[] bytes) throws IOException {
    ZipEntry entry = entry(name);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    return entry;
  }

  /** Adds a part whole. */
  public void part(String name, String type, byte[] bytes) throws IOException {
    try (OutputStream out = part(name, type)) {
      out.write(bytes);
    }
  }

  /** Begins a part; it is closed before the next one begins. A name ending in / is a folder. */
  public OutputStream part(String name, String type) throws IOException {
    if (parts.putIfAbsent(name, type) != null) {
      throw new IllegalArgumentException("two parts are called " + name);
    }
    zip.putNextEntry(entry(name));
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        zip.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  /** Declares a folder that is a document of its own, as a chart is. */
  public void document(String folder, String type) {
    parts.put(folder, type);
  }

  /** Ends the package. */
  @Override
  public void close() throws IOException {
    try (zip) {
      zip.putNextEntry(entry(MANIFEST));
      zip.write(manifest().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private String manifest() {
    StringBuilder xml = new StringBuilder(1024);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=")
        .append("\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"")
        .append(version.text())
        .append("\">\n");
    line(xml, "/", mediaType, true);
    parts.forEach((name, type) -> line(xml, name, type, name.endsWith("/")));
    return xml.append("</manifest:manifest>\n").toString();
  }

  private void line(StringBuilder xml, String name, String type, boolean document) {
    xml.append(" <manifest:file-entry manifest:full-path=\"").append(escaped(name));
    if (document) {
      xml.append("\" manifest:version=\"").append(version.text());
    }
    xml.append("\" manifest:media-type=\"").append(escaped(type)).append("\"/>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
