package id.aduan.lapor.wire;

import id.aduan.lapor.http.HttpReply;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Passes bytes on, and tells whether they are those that the answer's headers speak of (F70). */
final class Proof extends FilterOutputStream {
  private final MessageDigest md5 = digest("MD5");
  private final MessageDigest sha256 = digest("SHA-256");
  private long bytes;

  Proof(OutputStream to) {
    super(to);
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] chunk, int offset, int length) throws IOException {
    out.write(chunk, offset, length);
    md5.update(chunk, offset, length);
    sha256.update(chunk, offset, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** Asked once, at the end. A digest that is announced in a way nobody here reads says nothing. */
  boolean fits(HttpReply reply) {
    boolean isCoded =
        reply.header("content-encoding").filter(it -> !it.equals("identity")).isPresent();
    boolean length =
        reply.header("content-length").stream().allMatch(it -> it.equals(String.valueOf(bytes)));
    String md5Text = Base64.getEncoder().encodeToString(md5.digest());
    String shaText = Base64.getEncoder().encodeToString(sha256.digest());
    boolean contentMd5 =
        reply.header("content-md5").stream().allMatch(it -> it.strip().equals(md5Text));
    boolean digest =
        reply
            .header("digest")
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("sha-256="))
            .stream()
            .allMatch(it -> it.substring("sha-256=".length()).strip().equals(shaText));
    return !isCoded && length && contentMd5 && digest;
  }
}
