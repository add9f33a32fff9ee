package id.aduan.lapor.documents.inspect;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made here, with what a telephone writes into them. */
final class PictureSamples {
  static final String SECRET = "Rumah Ibu Sari";

  private PictureSamples() {}

  static byte[] encoded(String format) throws IOException {
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 48; x++) {
      for (int y = 0; y < 32; y++) {
        image.setRGB(x, y, ((x * 5) << 16) | ((y * 7) << 8) | ((x * y) % 256));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  static BufferedImage decoded(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  /** Notes with an orientation and a place. */
  static byte[] notes(int orientation) {
    ByteBuffer notes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    notes.put(new byte[] {'I', 'I', '*', 0}).putInt(8).putShort((short) 2);
    notes.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
    notes.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(60);
    notes.put(SECRET.getBytes(StandardCharsets.US_ASCII));
    return notes.array();
  }

  /**
   * A TIFF of that many pages, each with one entry.
   *
   * @param loop the page, from the first, that the last one names as the next
   * @param last what the last one holds
   */
  static byte[] pages(int count, int loop, int last) {
    int page = 2 + 12 + 4;
    ByteBuffer pages = ByteBuffer.allocate(8 + count * page).order(ByteOrder.BIG_ENDIAN);
    pages.put(new byte[] {'M', 'M', 0, '*'}).putInt(8);
    for (int i = 0; i < count; i++) {
      int next = i + 1 < count ? i + 1 : loop - 1;
      pages.putShort((short) 1).putShort((short) (i + 1 < count ? 0x0100 : last));
      pages.putShort((short) 4).putInt(1).putInt(1).putInt(8 + next * page);
    }
    return pages.array();
  }

  /** A file of notes after notes, each with its list far from it. */
  static void manyNotes(Path file, int bytes) throws IOException {
    byte[] note = join(bytes("Exif\0\0II*\0"), new byte[4]);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(bytes("II*\0\0\0\0\0"));
      for (int i = 0; i < bytes / note.length; i++) {
        ByteBuffer.wrap(note)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(10, (i % 2 == 0 ? 40 : 20) * (1 << 19));
        out.write(note);
      }
    }
  }

  /** A JPEG with notes, XMP, IPTC and a comment. */
  static byte[] jpeg(int orientation) throws IOException {
    byte[] plain = encoded("jpg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    segment(out, 0xE1, join(bytes("Exif\0\0"), notes(orientation)));
    segment(
        out, 0xE1, bytes("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='" + SECRET + "'/>"));
    segment(out, 0xED, bytes("Photoshop 3.0\0" + SECRET));
    segment(out, 0xFE, bytes(SECRET));
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /** One with a colour profile, which is none that a decoder takes. */
  static byte[] profiled() throws IOException {
    byte[] plain = jpeg(6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    segment(out, 0xE2, bytes("ICC_PROFILE\0profile"));
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    out.write(0xFF);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }

  /** A PNG with notes and texts. */
  static byte[] png(int orientation) throws IOException {
    byte[] plain = encoded("png");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 33);
    out.writeBytes(chunk("eXIf", notes(orientation)));
    out.writeBytes(chunk("tEXt", bytes("Author\0" + SECRET)));
    out.writeBytes(chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}));
    out.write(plain, 33, plain.length - 33);
    return out.toByteArray();
  }

  static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    chunk.putInt(content.length).put(bytes(type)).put(content);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) sum.getValue()).array();
  }

  /** A WebP by its container alone; the picture in it is not one that is shown. */
  static byte[] webp(int orientation) {
    byte[] head = new byte[10];
    head[0] = 0x0C;
    head[4] = 47;
    head[7] = 31;
    byte[] chunks =
        join(
            riff("VP8X", head),
            riff("VP8L", new byte[] {0x2F, 1, 2, 3, 4}),
            riff("EXIF", notes(orientation)),
            riff("XMP ", bytes(SECRET)));
    return join(riffHead("RIFF", 4 + chunks.length), bytes("WEBP"), chunks);
  }

  private static byte[] riff(String type, byte[] content) {
    return join(riffHead(type, content.length), content, new byte[content.length & 1]);
  }

  private static byte[] riffHead(String type, int length) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(bytes(type))
        .putInt(length)
        .array();
  }

  /** A GIF with a comment. */
  static byte[] gif() throws IOException {
    byte[] plain = encoded("gif");
    byte[] comment = join(new byte[] {0x21, (byte) 0xFE, 14}, bytes(SECRET), new byte[1]);
    int body = plain.length - 1;
    return join(Arrays.copyOf(plain, body), comment, new byte[] {0x3B});
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
