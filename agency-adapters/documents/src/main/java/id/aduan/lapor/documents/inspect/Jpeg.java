package id.aduan.lapor.documents.inspect;

import java.io.IOException;

/** Walks the segments of a JPEG. */
final class Jpeg {
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int ADOBE = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;
  private final Bytes bytes;
  private final Picture picture;
  private boolean turned;

  private Jpeg(Bytes bytes, Picture picture) {
    this.bytes = bytes;
    this.picture = picture;
  }

  /** Fills the picture as far as it can be read. */
  static void walk(Bytes bytes, Picture picture) throws IOException, Broken {
    new Jpeg(bytes, picture).walk();
  }

  private void walk() throws IOException, Broken {
    picture.keep(0, 2);
    long at = 2;
    while (true) {
      if (bytes.u8(at) != 0xFF) {
        throw new Broken("no segment where one begins");
      }
      int marker = bytes.u8(at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker == END) {
        picture.keep(at, 2);
        picture.ended(at + 2);
        return;
      } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
        at += 2;
      } else {
        at = segment(at, marker);
      }
    }
  }

  private long segment(long at, int marker) throws IOException, Broken {
    int length = bytes.u16be(at + 2);
    if (length < 2 || at + 2 + length > bytes.size()) {
      throw new Broken("a segment longer than the file");
    }
    long next = at + 2 + length;
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      picture.sides(bytes.u16be(at + 7), bytes.u16be(at + 5));
    }
    if (marker == APP1 && bytes.is(at + 4, "Exif\0\0")) {
      turn(Tiff.at(bytes, at + 10), next - at);
    } else if (stays(at, marker, length)) {
      picture.keep(at, next - at);
    } else {
      picture.leaveOut();
    }
    return marker == SCAN ? scan(next) : next;
  }

  /**
   * Colours are said by the profile, by Adobe's segment and by JFIF; all else tells of somebody.
   */
  private boolean stays(long at, int marker, int length) throws IOException {
    if (marker == APP0) {
      return length == 16 && bytes.is(at + 4, "JFIF\0");
    }
    if (marker == APP2) {
      return bytes.is(at + 4, "ICC_PROFILE\0");
    }
    if (marker == ADOBE) {
      return length <= 16 && bytes.is(at + 4, "Adobe");
    }
    return marker != COMMENT && (marker < APP0 || marker > APP15);
  }

  private void turn(Tiff notes, long length) throws Broken {
    if (turned || notes.orientation() == 1) {
      picture.leaveOut();
      return;
    }
    turned = true;
    byte[] only = Tiff.only(notes.orientation());
    byte[] segment = new byte[10 + only.length];
    segment[0] = (byte) 0xFF;
    segment[1] = (byte) APP1;
    segment[3] = (byte) (8 + only.length);
    byte[] name = {'E', 'x', 'i', 'f', 0, 0};
    System.arraycopy(name, 0, segment, 4, name.length);
    System.arraycopy(only, 0, segment, 10, only.length);
    picture.put(segment);
    if (length != segment.length) {
      picture.leaveOut();
    }
  }

  private long scan(long from) throws IOException, Broken {
    picture.begun();
    long at = from;
    while (true) {
      if (at + 1 >= bytes.size()) {
        picture.keep(from, bytes.size() - from);
        throw new Broken("ends within the picture");
      }
      if (bytes.u8(at) == 0xFF) {
        int marker = bytes.u8(at + 1);
        if (marker != 0 && marker != 0xFF && (marker < 0xD0 || marker > 0xD7)) {
          picture.keep(from, at - from);
          return at;
        }
      }
      at++;
    }
  }
}
