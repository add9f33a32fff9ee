package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks into a zip without unpacking it anywhere: first what its headers say, then, where that is
 * harmless, its bytes as they go by. Not safe for use by many threads.
 */
final class ZipLook {
  private static final int HEAD = 8;
  private static final int BUFFER = 1 << 13;
  private final Path file;
  private final Bytes bytes;
  private final ZipLimits limits;
  private final Findings findings;
  private final byte[] buffer = new byte[BUFFER];
  private long looked;
  private int entries;

  /** Whether it is no document: the pictures of documents may be packed by themselves. */
  private boolean plain = true;

  ZipLook(Path file, Bytes bytes, ZipLimits limits, Findings findings) {
    this.file = file;
    this.bytes = bytes;
    this.limits = limits;
    this.findings = findings;
  }

  /** Looks at it, and says what it is: an archive, or a document in a package. */
  String look() throws IOException {
    var end = ZipEnd.find(bytes);
    if (end.isEmpty()) {
      findings.add(Finding.ARCHIVE_BROKEN);
      return PackageType.ARCHIVE;
    }
    findings.addIf(end.get().before() > 0, Finding.FILE_POLYGLOT);
    List<ZipEntryAt> all = ZipDirectory.read(bytes, end.get(), limits, findings);
    entries = all.size();
    PackageType type = PackageType.of(all, mimetype(all));
    plain = type.kind() == PackageType.Kind.PLAIN;
    if (findings.harmless()) {
      for (ZipEntryAt entry : all) {
        findings.addIf(plain && PackedKind.named(entry.name()), Finding.ARCHIVE_UNLOOKED);
        part(entry, type);
      }
    }
    if (type.kind() == PackageType.Kind.OPEN_DOCUMENT && findings.harmless()) {
      OdfLook.look(file, findings);
    }
    return type.mediaType();
  }

  private String mimetype(List<ZipEntryAt> all) throws IOException {
    for (ZipEntryAt entry : all) {
      if (entry.name().equals("mimetype") && entry.readable()) {
        try (InputStream in = open(entry)) {
          return new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
        } catch (ZipException broken) {
          return "";
        }
      }
    }
    return "";
  }

  private InputStream open(ZipEntryAt entry) {
    InputStream raw = bytes.stream(entry.data(), entry.packed());
    return entry.deflated() ? new Inflating(raw) : raw;
  }

  private void part(ZipEntryAt entry, PackageType type) throws IOException {
    if (!entry.readable()) {
      findings.add(Finding.ARCHIVE_UNLOOKED);
      return;
    }
    PartLook part = type.part(entry.name(), findings);
    try (InputStream in = open(entry)) {
      long got = stream(in, entry.unpacked() + 1, part, 1);
      findings.addIf(got > entry.unpacked(), Finding.ARCHIVE_LIES);
      findings.addIf(
          got >= 0 && got < entry.unpacked() && left() > 0 && !findings.has(Finding.FILE_PARTLY),
          Finding.ARCHIVE_BROKEN);
    } catch (IOException broken) {
      // A zip's reader fails in more ways than it says: by its end, by a size that lies.
      if (bytes.failed()) {
        throw broken;
      }
      findings.add(Finding.ARCHIVE_BROKEN);
    }
    part.done();
  }

  private long left() {
    return limits.lookedBytesMax() - looked;
  }

  /** How many bytes went by, at most that many; -1 where they are an archive's of their own. */
  private long stream(InputStream in, long most, PartLook part, int depth) throws IOException {
    PushbackInputStream from = new PushbackInputStream(in, HEAD);
    byte[] head = from.readNBytes(HEAD);
    from.unread(head);
    String begin = new String(head, StandardCharsets.ISO_8859_1);
    findings.addIf(plain && PackedKind.begins(begin), Finding.ARCHIVE_UNLOOKED);
    findings.addIf(
        begin.startsWith("MZ") || begin.startsWith("\u007fELF"), Finding.ARCHIVE_EXECUTABLE);
    if (begin.startsWith("PK\3\4")) {
      inner(from, depth);
      return -1;
    }
    long got = 0;
    while (got < most) {
      if (left() <= 0) {
        findings.add(Finding.FILE_PARTLY);
        return got;
      }
      int now = from.read(buffer, 0, (int) Math.min(buffer.length, most - got));
      if (now < 0) {
        return got;
      }
      part.feed(buffer, now);
      got += now;
      looked += now;
    }
    return got;
  }

  private void inner(InputStream in, int depth) throws IOException {
    if (depth > limits.depthMax()) {
      findings.add(Finding.ARCHIVE_DEPTH);
      return;
    }
    // Not closed: it would read the outer one to its end.
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    try {
      for (ZipEntry it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
        entries++;
        if (entries > limits.entriesMax()) {
          findings.add(Finding.ARCHIVE_ENTRIES);
          return;
        }
        findings.addIf(PackedKind.named(it.getName()), Finding.ARCHIVE_UNLOOKED);
        findings.addIf(
            ProgramNames.isOne(it.getName().toLowerCase(Locale.ROOT)), Finding.ARCHIVE_EXECUTABLE);
        stream(zip, limits.unpackedBytesMax(), PartLook.NOTHING, depth + 1);
        if (!findings.harmless() || findings.has(Finding.FILE_PARTLY)) {
          return;
        }
      }
    } catch (ZipException | IllegalArgumentException broken) {
      findings.addIf(encrypted(broken), Finding.ARCHIVE_ENCRYPTED);
      findings.add(Finding.ARCHIVE_BROKEN);
    }
  }

  private static boolean encrypted(Exception broken) {
    return String.valueOf(broken.getMessage()).contains("encrypted");
  }

  /** Gives back the memory of its inflater, which the JDK's leaves to whoever made it. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream in) {
      super(in, new Inflater(true), BUFFER);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
