package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.util.Set;

/** Walks the blocks of a GIF. */
final class Gif {
  private static final Set<String> STAY = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");
  private static final int COMMENT = 0xFE;
  private static final int TEXT = 0x01;
  private static final int APPLICATION = 0xFF;

  private Gif() {}

  /** Fills the picture as far as it can be read. */
  static void walk(Bytes bytes, Picture picture) throws IOException, Broken {
    picture.sides(bytes.u16le(6), bytes.u16le(8));
    long at = 13 + table(bytes.u8(10));
    bytes.u8(at);
    picture.keep(0, at);
    while (true) {
      int kind = bytes.u8(at);
      if (kind == 0x3B) {
        picture.keep(at, 1);
        picture.ended(at + 1);
        return;
      }
      long next;
      boolean stays = true;
      if (kind == 0x21) {
        int label = bytes.u8(at + 1);
        next = blocks(bytes, at + 2);
        stays =
            label == APPLICATION
                ? bytes.u8(at + 2) == 11 && STAY.contains(bytes.text(at + 3, 11))
                : label != COMMENT && label != TEXT;
      } else if (kind == 0x2C) {
        picture.sides(bytes.u16le(at + 5), bytes.u16le(at + 7));
        next = blocks(bytes, at + 11 + table(bytes.u8(at + 9)));
        picture.begun();
      } else {
        throw new Broken("no block where one begins");
      }
      if (stays) {
        picture.keep(at, next - at);
      } else {
        picture.leaveOut();
      }
      at = next;
    }
  }

  private static long table(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
  }

  private static long blocks(Bytes bytes, long from) throws IOException, Broken {
    long at = from;
    for (int length = bytes.u8(at); length != 0; length = bytes.u8(at)) {
      at += 1 + length;
    }
    return at + 1;
  }
}
