package id.aduan.lapor.documents.odf;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Looks through an OpenDocument file, a package or a flat one, as it streams by (ODF-10, ODF-13):
 * nothing is unpacked to disk, kept in memory or fetched. What is ours goes out only when it is
 * fit; what others send is taken and told of. It says nothing about the schema: the ODF Validator
 * does, in the tests. Safe for use by many threads.
 */
public final class OdfCheck {
  /** More are not told. */
  public static final int FINDINGS_MAX = 50;

  private static final int MIMETYPE_BYTES_MAX = 200;
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final String MIMETYPE = "mimetype";
  private final OdfBounds bounds;

  /** A check within these bounds. */
  public OdfCheck(OdfBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Checks a file, its zip directory too: one that names other parts than the zip has shows each
   * reader another document.
   *
   * @throws IOException if it cannot be read at all
   */
  public OdfVerdict check(Path file) throws IOException {
    Findings findings = new Findings();
    try (InputStream in = Files.newInputStream(file)) {
      read(in, findings);
    }
    if (findings.isPackage && !findings.stopped) {
      try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
        Set<String> listed = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        if (!listed.equals(findings.names)) {
          findings.add(OdfFault.DIRECTORY_DIFFERS, "");
        }
      } catch (ZipException e) {
        findings.add(OdfFault.BROKEN_PACKAGE, "");
      }
    }
    return findings.verdict();
  }

  /**
   * Checks a stream to its end; it is not closed.
   *
   * @throws IOException if it cannot be read at all
   */
  public OdfVerdict check(InputStream in) throws IOException {
    Findings findings = new Findings();
    read(in, findings);
    return findings.verdict();
  }

  private void read(InputStream in, Findings findings) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(4);
    byte[] head = buffered.readNBytes(4);
    buffered.reset();
    findings.isPackage = head.length == 4 && head[0] == 'P' && head[1] == 'K';
    OdfMeter meter = new OdfMeter(buffered, bounds);
    if (!findings.isPackage) {
      flat(meter.unpacked(meter), findings);
      return;
    }
    try (ZipInputStream zip = new ZipInputStream(open(meter), StandardCharsets.UTF_8)) {
      parts(zip, meter, findings);
    } catch (OdfBoundException e) {
      findings.stop(e.fault, "");
    } catch (ZipException | IllegalArgumentException e) {
      // A zip's own words can be anything; only whether it is encrypted is asked of them.
      boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
      findings.stop(encrypted ? OdfFault.ENCRYPTED : OdfFault.BROKEN_PACKAGE, "");
    } catch (IOException e) {
      // A zip's reader fails in more ways than it says: by its end, by a size that lies.
      if (meter.failed()) {
        throw e;
      }
      findings.stop(OdfFault.BROKEN_PACKAGE, "");
    }
    findings.compare();
  }

  private static InputStream open(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {
        // The stream is the caller's.
      }
    };
  }

  private void flat(InputStream in, Findings findings) {
    OdfXmlCheck xml = new OdfXmlCheck(bounds, false, fault -> findings.add(fault, ""));
    xml.read(in);
    findings.version = xml.version();
    findings.mediaType = xml.flatType().filter(OdfTypes::isDocument);
    if (!xml.documentRoot()) {
      findings.add(OdfFault.NOT_A_DOCUMENT, "");
    } else if (findings.mediaType.isEmpty()) {
      findings.add(OdfFault.TYPE_UNKNOWN, "");
    }
  }

  private void parts(ZipInputStream zip, OdfMeter meter, Findings findings) throws IOException {
    int parts = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++parts > bounds.partsMax()) {
        throw new OdfBoundException(OdfFault.TOO_LARGE);
      }
      String name = entry.getName();
      if (!findings.names.add(name)) {
        findings.add(OdfFault.PART_TWICE, name);
      }
      if (!OdfNames.isSafe(name)) {
        findings.add(OdfFault.PART_NAME_UNSAFE, name);
      }
      if (OdfNames.isMacro(name)) {
        findings.add(OdfFault.MACRO, name);
      }
      InputStream part = meter.unpacked(zip);
      if (parts == 1) {
        first(entry, part, findings);
      } else if (OdfNames.isXml(name)) {
        xml(name, part, findings);
      }
      part.transferTo(OutputStream.nullOutputStream());
      zip.closeEntry();
      meter.ended();
    }
    if (parts == 0) {
      findings.stop(OdfFault.BROKEN_PACKAGE, "");
    }
  }

  private static void first(ZipEntry entry, InputStream part, Findings findings)
      throws IOException {
    if (!entry.getName().equals(MIMETYPE)) {
      findings.add(OdfFault.MIMETYPE_NOT_FIRST, "");
      return;
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getExtra() != null) {
      findings.add(OdfFault.MIMETYPE_NOT_PLAIN, MIMETYPE);
    }
    String type =
        new String(part.readNBytes(MIMETYPE_BYTES_MAX), StandardCharsets.US_ASCII)
            .toLowerCase(Locale.ROOT);
    findings.mediaType = Optional.of(type).filter(OdfTypes::isDocument);
    if (findings.mediaType.isEmpty()) {
      findings.add(OdfFault.TYPE_UNKNOWN, MIMETYPE);
    }
  }

  private void xml(String name, InputStream part, Findings findings) {
    boolean isObject = name.indexOf('/') > 0;
    OdfXmlCheck xml = new OdfXmlCheck(bounds, isObject, fault -> findings.add(fault, name));
    xml.read(part);
    if (name.equals(MANIFEST)) {
      findings.manifest.putAll(xml.manifest);
    } else if (name.equals("content.xml")) {
      findings.version = xml.version();
      if (!xml.documentRoot()) {
        findings.add(OdfFault.NOT_A_DOCUMENT, name);
      }
    }
  }

  /** What is known of one file so far. */
  private static final class Findings {
    private final Set<OdfFinding> found = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> manifest = new TreeMap<>();
    private Optional<String> mediaType = Optional.empty();
    private Optional<String> version = Optional.empty();
    private boolean isPackage;
    private boolean stopped;

    void add(OdfFault fault, String part) {
      if (found.size() < FINDINGS_MAX) {
        found.add(new OdfFinding(fault, part));
      }
    }

    void stop(OdfFault fault, String part) {
      stopped = true;
      add(fault, part);
    }

    void compare() {
      if (stopped) {
        return;
      }
      if (!names.contains("content.xml")) {
        add(OdfFault.CONTENT_MISSING, "");
      }
      if (!names.contains(MANIFEST)) {
        add(OdfFault.MANIFEST_MISSING, "");
        return;
      }
      String said = manifest.getOrDefault("/", "");
      if (mediaType.isPresent() && !mediaType.orElseThrow().equals(said)) {
        add(OdfFault.TYPE_DIFFERS, MANIFEST);
      }
      names.stream()
          .filter(it -> !it.equals(MIMETYPE) && !it.startsWith("META-INF/") && !it.endsWith("/"))
          .filter(it -> !manifest.containsKey(it))
          .sorted()
          .forEach(it -> add(OdfFault.PART_NOT_IN_MANIFEST, it));
      manifest.keySet().stream()
          .filter(it -> !it.endsWith("/") && !names.contains(it))
          .forEach(it -> add(OdfFault.PART_MISSING, it));
    }

    OdfVerdict verdict() {
      return new OdfVerdict(mediaType, version, List.copyOf(found));
    }
  }
}
