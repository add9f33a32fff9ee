package id.aduan.lapor.documents.letter;

import id.aduan.lapor.documents.odf.OdfBounds;
import id.aduan.lapor.documents.odf.OdfCheck;
import id.aduan.lapor.documents.odf.OdfFinding;
import id.aduan.lapor.documents.odf.OdfPackage;
import id.aduan.lapor.documents.odf.OdfTypes;
import id.aduan.lapor.documents.odf.OdfVerdict;
import id.aduan.lapor.documents.odf.OdfVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Document;

/**
 * An {@code .odt} with placeholders, checked when it is read: one that has faults is none. Its
 * letters are byte-identical for the same values (ODF-13). Safe for use by many threads.
 */
public final class LetterTemplate {
  /** A larger file is no template. */
  public static final int TEMPLATE_BYTES_MAX = 10 << 20;

  /** A larger letter is not made. */
  public static final int LETTER_BYTES_MAX = 50 << 20;

  private static final OdfBounds BOUNDS = new OdfBounds(500, LETTER_BYTES_MAX, 1_100, 200);
  private static final String CONTENT = "content.xml";
  private static final String STYLES = "styles.xml";
  private static final String SETTINGS = "settings.xml";
  private final Map<String, byte[]> parts;

  private LetterTemplate(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /**
   * Reads one and tries it.
   *
   * @throws LetterTemplateException with every fault
   */
  public static LetterTemplate read(byte[] bytes) throws LetterTemplateException, IOException {
    List<TemplateProblem> problems = new ArrayList<>();
    if (bytes.length > TEMPLATE_BYTES_MAX) {
      throw new LetterTemplateException(
          List.of(
              new TemplateProblem(
                  "it is larger than " + (TEMPLATE_BYTES_MAX >> 20) + " MB",
                  "use smaller pictures")));
    }
    OdfVerdict verdict = new OdfCheck(BOUNDS).check(new ByteArrayInputStream(bytes));
    for (OdfFinding finding : verdict.findings()) {
      problems.add(TemplateAdvice.of(finding));
    }
    if (problems.isEmpty() && !verdict.mediaType().orElse("").startsWith(OdfTypes.TEXT)) {
      problems.add(new TemplateProblem("it is no text document", "save it as .odt"));
    }
    if (!problems.isEmpty()) {
      throw new LetterTemplateException(problems);
    }
    LetterTemplate template = new LetterTemplate(unpacked(bytes));
    template.merged(LetterData.NOTHING, problems);
    if (!problems.isEmpty()) {
      throw new LetterTemplateException(problems.stream().distinct().toList());
    }
    return template;
  }

  private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        boolean xml = name.equals(CONTENT) || name.equals(STYLES) || name.equals(SETTINGS);
        boolean data = name.startsWith("Pictures/") || name.startsWith("Fonts/");
        if (xml || (data && !name.endsWith("/"))) {
          parts.put(name, zip.readAllBytes());
        }
      }
    }
    return parts;
  }

  private Map<String, Document> merged(LetterData data, List<TemplateProblem> problems)
      throws IOException {
    Map<String, Document> merged = new TreeMap<>();
    for (String name : List.of(CONTENT, STYLES)) {
      byte[] part = parts.get(name);
      if (part != null) {
        Document document = Xml.parse(part);
        new Cleaning(problems).of(document);
        new Merger(data, problems).fill(document);
        merged.put(name, document);
      }
    }
    byte[] settings = parts.get(SETTINGS);
    if (settings != null) {
      Document document = Xml.parse(settings);
      Cleaning.ofSettings(document);
      merged.put(SETTINGS, document);
    }
    return merged;
  }

  /**
   * Makes a letter.
   *
   * @throws InvalidLetterException when it is not fit to leave
   */
  public byte[] letter(LetterData data, LetterMeta meta, OdfVersion version)
      throws InvalidLetterException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long written = 0;
    try (OdfPackage odf = new OdfPackage(bytes, OdfTypes.TEXT, version)) {
      odf.part("meta.xml", "text/xml", utf8(MetaPart.of(meta, version)));
      for (Map.Entry<String, Document> part : merged(data, new ArrayList<>()).entrySet()) {
        part.getValue()
            .getDocumentElement()
            .setAttributeNS(Xml.OFFICE, "office:version", version.text());
        byte[] xml = utf8(Xml.write(part.getValue()));
        written += xml.length;
        if (written > LETTER_BYTES_MAX) {
          throw new InvalidLetterException("it is larger than " + (LETTER_BYTES_MAX >> 20) + " MB");
        }
        odf.part(part.getKey(), "text/xml", xml);
      }
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        if (!part.getKey().endsWith(".xml")) {
          odf.part(part.getKey(), MetaPart.typeOf(part.getKey()), part.getValue());
        }
      }
    }
    OdfVerdict verdict =
        new OdfCheck(OdfBounds.OUTGOING).check(new ByteArrayInputStream(bytes.toByteArray()));
    if (!verdict.isFit()) {
      throw new InvalidLetterException(verdict.findings().get(0).fault().name());
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
