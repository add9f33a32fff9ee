package id.aduan.lapor.documents.recap;

import id.aduan.lapor.documents.odf.OdfBounds;
import id.aduan.lapor.documents.odf.OdfCheck;
import id.aduan.lapor.documents.odf.OdfVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The design of a recap: a workbook that an official edits in LibreOffice. A cell {@code
 * ${periode}} stands for a value; a row with {@code ${register.judul}} is there once for each row
 * of that list. Nothing in it can compute or call anything. Safe for use by many threads.
 */
public final class RecapTemplate {
  /** What a template may hold, unpacked. */
  static final int BYTES_MAX = 8 << 20;

  static final int PARTS_MAX = 300;
  static final String CONTENT = "content.xml";

  /** Written anew, or of no use in what is made. */
  private static final Set<String> OWN =
      Set.of("mimetype", "META-INF/manifest.xml", "meta.xml", "manifest.rdf", "layout-cache");

  private static final Set<String> WORKBOOKS =
      Set.of(RecapSheets.SHEETS, RecapSheets.SHEETS + "-template");

  private static final String SIGNATURE = "META-INF/documents";
  private static final List<String> LEFT_OUT =
      List.of("Thumbnails/", "Configurations2/", "ObjectReplacements/");

  private final Map<String, byte[]> parts;
  private final Map<String, List<Piece>> filled;
  private final Layout layout;

  private RecapTemplate(Map<String, byte[]> parts, Map<String, List<Piece>> filled) {
    this.parts = parts;
    this.filled = filled;
    this.layout = new Layout(filled.getOrDefault(CONTENT, List.of()));
  }

  /** The one that comes with the connector. */
  public static RecapTemplate shipped() {
    try (InputStream in = RecapTemplate.class.getResourceAsStream("recap.ods")) {
      return read(Objects.requireNonNull(in, "recap.ods is in the jar"));
    } catch (IOException e) {
      throw new IllegalStateException("the shipped template is in the jar", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws UnusableTemplateException when it cannot be read, is no such template, names a place
   *     that there is not, or has what no document of ours may have (ODF-10)
   */
  public static RecapTemplate of(Path file) {
    try {
      requireFit(new OdfCheck(OdfBounds.INCOMING).check(file));
      try (InputStream in = Files.newInputStream(file)) {
        return read(in);
      }
    } catch (IOException e) {
      throw new UnusableTemplateException(
          "the template cannot be read as a package; save it anew in LibreOffice as .ods");
    }
  }

  private static void requireFit(OdfVerdict verdict) {
    if (verdict.mediaType().filter(WORKBOOKS::contains).isEmpty()) {
      throw noWorkbook();
    }
    if (!verdict.isFit()) {
      throw new UnusableTemplateException(
          "the template is not fit for what goes out ("
              + verdict.faults()
              + "); take that out of it in LibreOffice and save it as .ods");
    }
  }

  private static UnusableTemplateException noWorkbook() {
    return new UnusableTemplateException(
        "the template is no OpenDocument workbook; save it in LibreOffice as .ods");
  }

  private static RecapTemplate read(InputStream in) throws IOException {
    Map<String, byte[]> parts = unpacked(in);
    if (!parts.containsKey(CONTENT) || !parts.containsKey("styles.xml")) {
      throw noWorkbook();
    }
    Map<String, List<Piece>> filled = new LinkedHashMap<>();
    Set<String> unknown = new TreeSet<>();
    Set<String> faults = new TreeSet<>();
    parts.replaceAll((name, bytes) -> name.endsWith(".xml") ? cleaned(bytes) : bytes);
    parts.forEach(
        (name, bytes) -> {
          if (name.endsWith(CONTENT) || name.equals("styles.xml")) {
            String xml = new String(bytes, StandardCharsets.UTF_8);
            Piece.Compiled compiled = Piece.compile(xml);
            filled.put(name, compiled.pieces());
            for (String place : compiled.unknown()) {
              misplaced(place)
                  .ifPresentOrElse(
                      how -> faults.add("${" + place + "} " + how), () -> unknown.add(place));
            }
            faults.addAll(Drafting.faults(xml, compiled.pieces()));
          }
        });
    if (!faults.isEmpty()) {
      throw new UnusableTemplateException(
          "the template has what a recap cannot take over: " + String.join("; ", faults));
    }
    if (!unknown.isEmpty()) {
      throw new UnusableTemplateException(
          "the template names ${"
              + String.join("}, ${", unknown)
              + "}, which there is not; single places are "
              + String.join(", ", new TreeSet<>(RecapValues.SINGLE))
              + ", lists "
              + String.join(", ", new TreeSet<>(RecapValues.LISTS.keySet())));
    }
    return new RecapTemplate(parts, filled);
  }

  /** What is wrong with a place whose name there is all the same. */
  private static Optional<String> misplaced(String place) {
    if (RecapValues.SINGLE.contains(place)) {
      return Optional.of("in more than one format (write it in one go)");
    }
    int dot = place.indexOf('.');
    boolean known =
        dot > 0
            && RecapValues.LISTS
                .getOrDefault(place.substring(0, dot), Set.of())
                .contains(place.substring(dot + 1));
    return known
        ? Optional.of("outside a row of its list, or in more than one format")
        : Optional.empty();
  }

  private static byte[] cleaned(byte[] part) {
    if (!SafeXml.isPlain(part)) {
      throw new UnusableTemplateException(
          "a part of the template is not well-formed XML, or has a document type; save it anew in"
              + " LibreOffice");
    }
    return Drafting.cleaned(new String(part, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unpacked(InputStream in) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    int left = BYTES_MAX;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      byte[] bytes = zip.readNBytes(left + 1);
      left -= bytes.length;
      if (left < 0 || parts.size() >= PARTS_MAX) {
        throw new UnusableTemplateException(
            "the template has more than %d parts or %d MB; take pictures out of it"
                .formatted(PARTS_MAX, BYTES_MAX >> 20));
      }
      if (name.startsWith(SIGNATURE)) {
        throw new UnusableTemplateException("the template is signed; save it without a signature");
      }
      boolean kept =
          !entry.isDirectory()
              && !OWN.contains(name)
              && !name.endsWith("/meta.xml")
              && LEFT_OUT.stream().noneMatch(name::startsWith);
      if (kept) {
        parts.put(name, bytes);
      }
    }
    return parts;
  }

  /** The parts that are filled in, by name. */
  Map<String, List<Piece>> filled() {
    return filled;
  }

  /** Where its lists stand. */
  Layout layout() {
    return layout;
  }

  /** The parts that are taken over as they are but for their version, by name. */
  Map<String, byte[]> plain() {
    Map<String, byte[]> plain = new TreeMap<>(parts);
    plain.keySet().removeAll(filled.keySet());
    return plain;
  }

  static String mediaType(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xml")) {
      return "text/xml";
    }
    if (lower.endsWith(".png")) {
      return "image/png";
    }
    if (lower.endsWith(".svg")) {
      return "image/svg+xml";
    }
    return lower.endsWith(".jpg") || lower.endsWith(".jpeg") ? "image/jpeg" : "";
  }
}
