package id.aduan.lapor.mapping;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file that a mapping was compiled from, byte by byte, so that it can be compiled anew. */
public final class MappingText {
  private final String file;
  private final byte[] content;

  MappingText(String file, byte[] content) {
    this.file = file;
    this.content = content.clone();
  }

  /** The name of the file, without its folder. */
  public String file() {
    return file;
  }

  public byte[] content() {
    return content.clone();
  }

  /** As {@link #digest(byte[])}: whether two of one version are the same. */
  public String digest() {
    return digest(content);
  }

  /**
   * The SHA-256 of a file in lower-case hex. Its lines end with LF there, however they do in the
   * file, since what moves files between systems may change that and nothing else.
   */
  public static String digest(byte[] content) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(plainLines(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] plainLines(byte[] content) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length);
    for (int i = 0; i < content.length; i++) {
      boolean before = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!before) {
        plain.write(content[i] == '\r' ? '\n' : content[i]);
      }
    }
    return plain.toByteArray();
  }
}
