package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Walks the chunks of a WebP. */
final class Webp {
  private static final Set<String> STAY =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
  private static final int EXIF = 0x08;
  private static final int XMP = 0x04;

  private Webp() {}

  /** Fills the picture; one that is cut is not cleaned. */
  static void walk(Bytes bytes, Picture picture) throws IOException, Broken {
    long end = 8 + bytes.u32le(4);
    if (end > bytes.size()) {
      throw new Broken("shorter than it says");
    }
    int orientation = orientation(bytes, end, picture);
    long stays = orientation == 1 ? 0 : 8L + Tiff.only(orientation).length;
    for (long at = 12; at < end; at = next(bytes, at)) {
      stays += STAY.contains(bytes.text(at, 4)) ? next(bytes, at) - at : 0;
    }
    picture.put(head("RIFF", 4 + stays));
    picture.keep(8, 4);
    for (long at = 12; at < end; at = next(bytes, at)) {
      String type = bytes.text(at, 4);
      if (type.equals("VP8X")) {
        picture.put(extended(bytes, at, orientation != 1));
      } else if (STAY.contains(type)) {
        picture.keep(at, next(bytes, at) - at);
      }
      if (type.equals("VP8 ") || type.equals("VP8L") || type.equals("ANMF")) {
        picture.begun();
      }
    }
    if (orientation != 1) {
      byte[] only = Tiff.only(orientation);
      picture.put(head("EXIF", only.length));
      picture.put(only);
    }
    picture.ended(end);
  }

  private static int orientation(Bytes bytes, long end, Picture picture)
      throws IOException, Broken {
    int orientation = 1;
    for (long at = 12; at < end; at = next(bytes, at)) {
      if (next(bytes, at) > end) {
        throw new Broken("a chunk longer than the file");
      }
      String type = bytes.text(at, 4);
      if (type.equals("VP8X")) {
        picture.sides(1 + u24(bytes, at + 12), 1 + u24(bytes, at + 15));
      } else if (type.equals("VP8 ")) {
        picture.sides(bytes.u16le(at + 14) & 0x3FFF, bytes.u16le(at + 16) & 0x3FFF);
      }
      long length = bytes.u32le(at + 4);
      if (type.equals("EXIF")) {
        long notes = at + (bytes.is(at + 8, "Exif\0\0") ? 14 : 8);
        orientation = Tiff.at(bytes, notes).orientation();
      }
      boolean ours = type.equals("EXIF") && orientation != 1 && length == Tiff.only(1).length;
      if (!STAY.contains(type) && !ours) {
        picture.leaveOut();
      }
    }
    return orientation;
  }

  private static byte[] extended(Bytes bytes, long at, boolean exif) throws IOException, Broken {
    byte[] chunk =
        bytes
            .text(at, (int) Math.min(64, next(bytes, at) - at))
            .getBytes(StandardCharsets.ISO_8859_1);
    if (chunk.length < 18) {
      throw new Broken("a head without sides");
    }
    chunk[8] = (byte) ((chunk[8] & ~(EXIF | XMP)) | (exif ? EXIF : 0));
    return chunk;
  }

  private static long next(Bytes bytes, long at) throws IOException, Broken {
    long length = bytes.u32le(at + 4);
    return at + 8 + length + (length & 1);
  }

  private static long u24(Bytes bytes, long at) throws IOException, Broken {
    return bytes.u16le(at) | ((long) bytes.u8(at + 2) << 16);
  }

  private static byte[] head(String type, long length) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt((int) length)
        .array();
  }
}
