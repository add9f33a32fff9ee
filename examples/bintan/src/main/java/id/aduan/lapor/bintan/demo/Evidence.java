package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.simulator.EvidenceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that citizens send along: a photo with its place, a DOCX, and what goes to nobody. */
final class Evidence {
  /** Stands in the photo where telephones write the place. */
  static final String PLACE = "1.03 LU 104.45 BT ZZTEMPAT";

  /** Above the 2 MB of the demo's {@code documents.attachments.fileMax}. */
  private static final int TOO_LARGE_BYTES = 2_100_000;

  private static final int EVERY = 8;

  private Evidence() {}

  /** What goes with the complaint of this number, from 0; most have none of these. */
  static List<EvidenceFile> of(int complaint) {
    return switch (complaint % EVERY) {
      case 1 -> List.of(photo());
      case 3 -> List.of(photo(), docx());
      case 5 -> complaint < EVERY ? List.of(photo(), film()) : List.of();
      case 7 -> List.of(program());
      default -> List.of();
    };
  }

  /** A picture of one point, after notes of the telephone that hold the place. */
  static EvidenceFile photo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] notes =
        latin("Exif\0\0II*\0\b\0\0\0\1\0%\u0088\4\0\1\0\0\0\u001a\0\0\0\0\0\0\0" + PLACE);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0});
    out.write(notes.length + 2);
    out.writeBytes(notes);
    out.writeBytes(latin("\u00ff\u00c0\0\13\b\0\1\0\1\1\1\u0011\0"));
    out.writeBytes(latin("\u00ff\u00da\0\b\1\1\0\0?\0\u00ff\u00d9"));
    return new EvidenceFile("IMG 2026.jpg", "image/jpeg", out.toByteArray());
  }

  private static EvidenceFile docx() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
          </Types>
          """);
      put(
          zip,
          "_rels/.rels",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
          </Relationships>
          """);
      put(
          zip,
          "word/document.xml",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:body><w:p><w:r><w:t>Kronologi kejadian</w:t></w:r></w:p></w:body></w:document>
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EvidenceFile(
        "kronologi.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        out.toByteArray());
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static EvidenceFile film() {
    byte[] bytes = new byte[TOO_LARGE_BYTES];
    byte[] head = latin("\0\0\0\u0018ftypmp42");
    System.arraycopy(head, 0, bytes, 0, head.length);
    return new EvidenceFile("video.mp4", "video/mp4", bytes);
  }

  /** Not what it is called. */
  private static EvidenceFile program() {
    return new EvidenceFile("surat.pdf", "application/pdf", latin("MZ\u0090\0" + "x".repeat(60)));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
