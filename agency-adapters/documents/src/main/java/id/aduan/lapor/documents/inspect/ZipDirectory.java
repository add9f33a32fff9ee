package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the directory of a zip against the headers of its entries; unpacks nothing. */
final class ZipDirectory {
  private static final int NAME_MAX = 1024;
  private static final int HEAD = 46;
  private static final int LOCAL_HEAD = 30;
  private static final int UNIX = 3;
  private static final long WIDE = 0xFFFFFFFFL;
  private final Bytes bytes;
  private final ZipEnd end;
  private final ZipLimits limits;
  private final Findings findings;
  private final List<ZipEntryAt> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private ZipDirectory(Bytes bytes, ZipEnd end, ZipLimits limits, Findings findings) {
    this.bytes = bytes;
    this.end = end;
    this.limits = limits;
    this.findings = findings;
  }

  /** Its entries by their place in the file; as far as they go where it is broken or too long. */
  static List<ZipEntryAt> read(Bytes bytes, ZipEnd end, ZipLimits limits, Findings findings)
      throws IOException {
    ZipDirectory directory = new ZipDirectory(bytes, end, limits, findings);
    findings.addIf(end.lies(), Finding.ARCHIVE_LIES);
    findings.addIf(end.entries() > limits.entriesMax(), Finding.ARCHIVE_ENTRIES);
    if (findings.harmless()) {
      try {
        directory.all();
      } catch (Broken broken) {
        findings.add(Finding.ARCHIVE_BROKEN);
      }
    }
    directory.entries.sort(Comparator.comparingLong(ZipEntryAt::from));
    directory.sums();
    return directory.entries;
  }

  private void all() throws IOException, Broken {
    long at = end.directory();
    for (long i = 0; i < end.entries(); i++) {
      if (!bytes.is(at, "PK\1\2")) {
        throw new Broken("no entry where one begins");
      }
      at = entry(at);
    }
    findings.addIf(at != end.directory() + end.directoryBytes(), Finding.ARCHIVE_LIES);
  }

  private long entry(long at) throws IOException, Broken {
    int nameLength = bytes.u16le(at + 28);
    int extra = bytes.u16le(at + 30);
    if (nameLength > NAME_MAX) {
      findings.add(Finding.ARCHIVE_PATH);
      throw new Broken("a name of " + nameLength + " bytes");
    }
    String name = bytes.text(at + HEAD, nameLength);
    path(name);
    findings.addIf(!names.add(name), Finding.ARCHIVE_DUPLICATE);
    findings.addIf((bytes.u16le(at + 8) & 0x41) != 0, Finding.ARCHIVE_ENCRYPTED);
    boolean unix = bytes.u8(at + 5) == UNIX;
    findings.addIf(unix && (bytes.u16le(at + 40) & 0xF000) == 0xA000, Finding.ARCHIVE_LINK);
    Sizes sizes =
        new Sizes(bytes.u32le(at + 24), bytes.u32le(at + 20), bytes.u32le(at + 42))
            .wide(bytes, at + HEAD + nameLength, extra);
    local(at, name, sizes);
    return at + HEAD + nameLength + extra + bytes.u16le(at + 32);
  }

  /** Where it would be unpacked to: below the folder, by a name that every system can write. */
  private void path(String name) {
    String slashed = name.replace('\\', '/');
    boolean outside =
        slashed.isEmpty()
            || slashed.startsWith("/")
            || slashed.startsWith("../")
            || slashed.contains("/../")
            || slashed.endsWith("/..")
            || slashed.equals("..")
            || (slashed.length() > 1 && slashed.charAt(1) == ':')
            || slashed.chars().anyMatch(it -> it < ' ');
    findings.addIf(outside, Finding.ARCHIVE_PATH);
    findings.addIf(
        ProgramNames.isOne(slashed.toLowerCase(Locale.ROOT)), Finding.ARCHIVE_EXECUTABLE);
  }

  private void local(long central, String name, Sizes sizes) throws IOException, Broken {
    long at = sizes.offset() + end.before();
    if (at < 0 || !bytes.is(at, "PK\3\4")) {
      findings.add(Finding.ARCHIVE_LIES);
      return;
    }
    int flags = bytes.u16le(at + 6);
    int method = bytes.u16le(at + 8);
    int nameLength = bytes.u16le(at + 26);
    long data = at + LOCAL_HEAD + nameLength + bytes.u16le(at + 28);
    boolean same =
        method == bytes.u16le(central + 10)
            && nameLength == name.length()
            && bytes.is(at + LOCAL_HEAD, name);
    if ((flags & 8) == 0) {
      Sizes said =
          new Sizes(bytes.u32le(at + 22), bytes.u32le(at + 18), sizes.offset())
              .wide(bytes, at + LOCAL_HEAD + nameLength, bytes.u16le(at + 28));
      same &= said.unpacked() == sizes.unpacked() && said.packed() == sizes.packed();
    }
    boolean fits = sizes.packed() >= 0 && data + sizes.packed() <= end.directory();
    findings.addIf(!same || !fits || sizes.unpacked() < 0, Finding.ARCHIVE_LIES);
    findings.addIf(method == 0 && sizes.packed() != sizes.unpacked(), Finding.ARCHIVE_LIES);
    if (fits) {
      entries.add(new ZipEntryAt(name, method, sizes.packed(), sizes.unpacked(), at, data));
    }
  }

  private void sums() {
    long until = 0;
    long packed = 0;
    long unpacked = 0;
    for (ZipEntryAt entry : entries) {
      findings.addIf(entry.from() < until, Finding.ARCHIVE_OVERLAP);
      until = Math.max(until, entry.end());
      packed += entry.packed();
      // Saturates: sizes of entries are a stranger's word.
      unpacked = Math.min(Long.MAX_VALUE / 2, unpacked + Math.min(entry.unpacked(), 1L << 50));
    }
    findings.addIf(unpacked > limits.unpackedBytesMax(), Finding.ARCHIVE_SIZE);
    findings.addIf(
        unpacked > limits.ratioFromBytes() && unpacked / limits.ratioMax() > packed,
        Finding.ARCHIVE_RATIO);
  }

  /** What a header says of an entry, with the long form where the short one says so. */
  private record Sizes(long unpacked, long packed, long offset) {
    Sizes wide(Bytes bytes, long from, int length) throws IOException, Broken {
      if (unpacked != WIDE && packed != WIDE && offset != WIDE) {
        return this;
      }
      long at = from;
      while (at + 4 <= from + length) {
        int size = bytes.u16le(at + 2);
        if (bytes.u16le(at) == 1) {
          return wide(bytes, at + 4);
        }
        at += 4 + size;
      }
      return this;
    }

    private Sizes wide(Bytes bytes, long from) throws IOException, Broken {
      long at = from;
      long first = unpacked;
      long second = packed;
      long third = offset;
      if (first == WIDE) {
        first = bytes.u64le(at);
        at += 8;
      }
      if (second == WIDE) {
        second = bytes.u64le(at);
        at += 8;
      }
      if (third == WIDE) {
        third = bytes.u64le(at);
      }
      return new Sizes(first, second, third);
    }
  }
}
