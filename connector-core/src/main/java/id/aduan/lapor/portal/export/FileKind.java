package id.aduan.lapor.portal.export;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Tells by its first bytes what a file is, so that whoever picked the wrong one learns which. */
final class FileKind {
  private static final int LOOKED_AT_BYTES = 512;
  private static final long OLE = 0xe11ab1a1e011cfd0L;
  private static final int ZIP = 0x04034b50;
  private static final int DIRECTORY_AT = 0x30;
  private static final int SECTOR_SHIFT_AT = 0x1e;
  private static final int SECTOR_BYTES_MAX = 4096;

  private FileKind() {}

  /** Refuses what is no zip file. */
  static void requireZip(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] start = new byte[(int) Math.min(LOOKED_AT_BYTES, file.length())];
      file.readFully(start);
      if (start.length == 0) {
        throw Faults.empty();
      }
      ByteBuffer head = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
      if (start.length >= Integer.BYTES && head.getInt(0) == ZIP) {
        return;
      }
      if (start.length == LOOKED_AT_BYTES && head.getLong(0) == OLE) {
        throw isEncrypted(file, head) ? Faults.encrypted() : Faults.oldWorkbook();
      }
      throw Faults.notWorkbook(looksLike(start));
    }
  }

  /** A protected .xlsx stands in an old container, whose directory says so. */
  private static boolean isEncrypted(RandomAccessFile file, ByteBuffer head) throws IOException {
    int sectorBytes = 1 << Math.min(30, head.getShort(SECTOR_SHIFT_AT) & 0x1f);
    long at = (head.getInt(DIRECTORY_AT) + 1L) * sectorBytes;
    if (sectorBytes > SECTOR_BYTES_MAX || at < 0 || at >= file.length()) {
      return false;
    }
    byte[] directory = new byte[(int) Math.min(sectorBytes, file.length() - at)];
    file.seek(at);
    file.readFully(directory);
    return new String(directory, StandardCharsets.UTF_16LE).contains("EncryptedPackage");
  }

  private static String looksLike(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      return "a web page (was the portal's session over?)";
    }
    if (text.startsWith("<")) {
      return "an XML text";
    }
    for (byte each : start) {
      if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r') {
        return "something else";
      }
    }
    return "a plain text such as .csv";
  }
}
