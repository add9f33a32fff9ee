package id.aduan.lapor.filing;

import id.aduan.lapor.portal.PortalFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what makes a report that one, as lower-case hex. */
public final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Over a report and its files; each part with its length before it. */
  public static String of(LocalReport report, List<PortalFile> files) {
    Fingerprint print =
        new Fingerprint()
            .with(report.source().value())
            .with(report.number())
            .with(report.title())
            .with(report.content())
            .with(report.categoryId().orElse(""))
            .with(report.classificationId().orElse(""))
            .with(report.incidentOn().map(Object::toString).orElse(""))
            .with(report.anonymous() + " " + report.secret())
            .with(report.reporter().name())
            .with(report.reporter().phone())
            .with(report.reporter().email())
            .with(report.institution().orElse(""));
    for (PortalFile file : files) {
      print.with(file.name()).with(file.type()).with(file.bytes());
    }
    return print.hex();
  }

  /** Over a text as a portal may give it back: whatever it made of white space. */
  public static String ofText(String text) {
    StringBuilder solid = new StringBuilder(text.length());
    // No character of white space needs two of Java's.
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (!Character.isWhitespace(one) && !Character.isSpaceChar(one)) {
        solid.append(one);
      }
    }
    return new Fingerprint().with(solid.toString()).hex();
  }

  private Fingerprint with(String part) {
    return with(part.getBytes(StandardCharsets.UTF_8));
  }

  private Fingerprint with(byte[] part) {
    digest.update(ByteBuffer.allocate(4).putInt(0, part.length));
    digest.update(part);
    return this;
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
