package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Walks the chunks of a PNG. */
final class Png {
  /** What is needed to show it as it is meant; names of colour profiles are the only text. */
  private static final Set<String> STAY =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
          "hIST", "pHYs", "sPLT", "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT");

  private Png() {}

  /** Fills the picture as far as it can be read. */
  static void walk(Bytes bytes, Picture picture) throws IOException, Broken {
    picture.keep(0, 8);
    long at = 8;
    while (true) {
      long length = bytes.u32be(at);
      String type = bytes.text(at + 4, 4);
      long next = at + 12 + length;
      if (type.equals("IDAT")) {
        picture.begun();
      }
      if (next > bytes.size()) {
        cut(bytes, picture, type, at);
      }
      if (type.equals("IHDR")) {
        picture.sides(bytes.u32be(at + 8), bytes.u32be(at + 12));
      }
      if (STAY.contains(type)) {
        picture.keep(at, next - at);
      } else if (type.equals("eXIf")) {
        turn(Tiff.at(bytes, at + 8), length, picture);
      } else {
        picture.leaveOut();
      }
      if (type.equals("IEND")) {
        picture.ended(next);
        return;
      }
      at = next;
    }
  }

  private static void cut(Bytes bytes, Picture picture, String type, long at) throws Broken {
    if (type.equals("IDAT")) {
      picture.keep(at, bytes.size() - at);
    }
    throw new Broken("a chunk longer than the file");
  }

  private static void turn(Tiff notes, long length, Picture picture) throws Broken {
    byte[] only = Tiff.only(notes.orientation());
    if (notes.orientation() != 1) {
      picture.put(chunk(only));
    }
    if (notes.orientation() == 1 || length != only.length) {
      picture.leaveOut();
    }
  }

  private static byte[] chunk(byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    chunk.putInt(content.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) sum.getValue()).array();
  }
}
