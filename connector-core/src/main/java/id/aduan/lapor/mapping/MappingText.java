package id.aduan.lapor.mapping;

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

  /** The SHA-256 of the file in lower-case hex: whether two of one version are the same. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
