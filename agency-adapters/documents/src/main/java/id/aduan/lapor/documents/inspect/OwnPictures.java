package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Whether every picture of a converted document was in the document that it was made of. A field
 * can name a file of this machine or of another one, in ways that no look at the source finds, and
 * what the office took in from there would go out with the copy (ODF-13).
 */
final class OwnPictures {
  private static final String PICTURES = "Pictures/";
  private static final int ENTRIES_MAX = 10_000;

  private OwnPictures() {}

  /**
   * Compares.
   *
   * @param made an OpenDocument that a converter made
   * @param source what it was made of; of one that is no zip no picture can be told, and none may
   *     be in the copy
   */
  static boolean only(Path made, Path source) throws IOException {
    Set<String> pictures = hashes(made, PICTURES);
    if (pictures.isEmpty()) {
      return true;
    }
    try {
      return hashes(source, "").containsAll(pictures);
    } catch (ZipException e) {
      return false;
    }
  }

  private static Set<String> hashes(Path zip, String below) throws IOException {
    Set<String> hashes = new HashSet<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      if (file.size() > ENTRIES_MAX) {
        throw new ZipException("more than " + ENTRIES_MAX + " entries");
      }
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(below)) {
          try (InputStream in = file.getInputStream(entry)) {
            hashes.add(sha256(in));
          }
        }
      }
    }
    return hashes;
  }

  private static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
