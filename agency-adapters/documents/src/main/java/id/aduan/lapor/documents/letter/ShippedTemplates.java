package id.aduan.lapor.documents.letter;

import id.aduan.lapor.documents.odf.OdfPackage;
import id.aduan.lapor.documents.odf.OdfTypes;
import id.aduan.lapor.documents.odf.OdfVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The templates to begin with: a neutral letterhead, in Bahasa Indonesia. */
public final class ShippedTemplates {
  private ShippedTemplates() {}

  /** The template as an {@code .odt}, to be edited in LibreOffice or used as it is. */
  public static byte[] odt(LetterKind kind) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OdfPackage odf = new OdfPackage(bytes, OdfTypes.TEXT, OdfVersion.V1_2)) {
      String letter = text("letterhead.fragment") + text(kind.slug() + ".fragment");
      odf.part(
          "content.xml", "text/xml", utf8(text("content.xml").replace("<!--letter-->", letter)));
      odf.part("styles.xml", "text/xml", resource("styles.xml"));
      LetterMeta meta =
          new LetterMeta(kind.title(), "LAPOR connector", LocalDate.of(2026, 1, 1), "-");
      odf.part("meta.xml", "text/xml", utf8(MetaPart.of(meta, OdfVersion.V1_2)));
      odf.part("Pictures/logo.png", "image/png", resource("logo.png"));
    } catch (IOException e) {
      throw new IllegalStateException("a template cannot be read from this build", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String name) throws IOException {
    return new String(resource(name), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ShippedTemplates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " in this build");
      }
      return in.readAllBytes();
    }
  }
}
