package id.aduan.lapor.documents.inspect;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Looks at pictures, and writes them without what they tell of their owner. */
final class Pictures {
  private static final Set<String> WALKED =
      Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

  private Pictures() {}

  static boolean walked(String type) {
    return WALKED.contains(type);
  }

  /** Looks at one of a type that is walked. */
  static void look(Bytes bytes, String type, Findings findings) throws IOException {
    Picture picture = new Picture();
    boolean broken = !read(bytes, type, picture);
    findings.addIf(broken, Finding.PICTURE_BROKEN);
    findings.addIf(picture.huge(), Finding.PICTURE_SIZE);
    if (picture.cleanable()) {
      findings.addIf(picture.tells(), Finding.METADATA_REMOVED);
    } else {
      findings.addIf(Places.told(bytes), Finding.METADATA_PLACE);
    }
    if (picture.whole() && picture.end() < bytes.size()) {
      findings.add(Finding.PICTURE_TRAILING);
      Trailer.look(bytes, picture.end(), findings);
    }
  }

  /**
   * Writes it as it is, without what tells of its owner and without what is behind its end.
   *
   * @return whether there was something to leave out; if not, nothing is written
   */
  static boolean clean(Bytes bytes, String type, Path target) throws IOException {
    Picture picture = new Picture();
    boolean whole = read(bytes, type, picture);
    boolean trailing = whole && picture.end() < bytes.size();
    if (!picture.cleanable() || (!picture.tells() && !trailing)) {
      return false;
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW))) {
      picture.writeTo(bytes, out);
    } catch (IOException notWritten) {
      Files.deleteIfExists(target);
      throw notWritten;
    }
    return true;
  }

  private static boolean read(Bytes bytes, String type, Picture picture) throws IOException {
    try {
      switch (type) {
        case "image/jpeg" -> Jpeg.walk(bytes, picture);
        case "image/png" -> Png.walk(bytes, picture);
        case "image/webp" -> Webp.walk(bytes, picture);
        default -> Gif.walk(bytes, picture);
      }
      return true;
    } catch (Broken broken) {
      return false;
    }
  }
}
