package id.aduan.lapor.documents.inspect;

import java.io.IOException;

/** Whether a picture or a film that cannot be cleaned tells the place where it was taken. */
final class Places {
  private Places() {}

  /**
   * Looks for the notes of cameras and telephones in the first {@link TikaInspector#LOOKED_BYTES}.
   */
  static boolean told(Bytes bytes) throws IOException {
    Scan words = Scan.exact("GPSLatitude", "com.apple.quicktime.location");
    if (words.all(bytes.stream(0, TikaInspector.LOOKED_BYTES)).any()) {
      return true;
    }
    long end = Math.min(bytes.size(), TikaInspector.LOOKED_BYTES);
    try {
      for (long at = 0; at < end; at++) {
        if (told(bytes, at)) {
          return true;
        }
      }
    } catch (Broken cut) {
      return false;
    }
    return false;
  }

  private static boolean told(Bytes bytes, long at) throws IOException, Broken {
    return switch (bytes.u8(at)) {
      case 'E' -> bytes.is(at, "Exif\0\0") && Tiff.at(bytes, at + 6).place();
      case 'M', 'I' -> at == 0 && Tiff.at(bytes, 0).place();
      // A film's box: the place as +06.2+106.8/ behind a length and a language.
      case 0xA9 -> bytes.is(at, "\u00a9xyz") && (bytes.is(at + 8, "+") || bytes.is(at + 8, "-"));
      case 'l' -> at >= 4 && bytes.is(at, "loci\0\0\0\0") && bytes.u32be(at - 4) < 4096;
      default -> false;
    };
  }
}
