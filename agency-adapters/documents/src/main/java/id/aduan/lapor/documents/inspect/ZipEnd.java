package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.util.Optional;

/**
 * The record at the end of a zip.
 *
 * @param directory where its directory begins in the file
 * @param before how many bytes stand before the archive
 * @param lies whether the two forms of the record differ
 */
record ZipEnd(long directory, long directoryBytes, long entries, long before, boolean lies) {
  private static final int RECORD = 22;
  private static final int COMMENT_MAX = 0xFFFF;
  private static final long WIDE = 0xFFFFFFFFL;

  /** The last one whose comment reaches to the end of the file. */
  static Optional<ZipEnd> find(Bytes bytes) throws IOException {
    long last = bytes.size() - RECORD;
    try {
      for (long at = last; at >= 0 && at >= last - COMMENT_MAX; at--) {
        if (bytes.u8(at) == 'P'
            && bytes.is(at, "PK\5\6")
            && at + RECORD + bytes.u16le(at + 20) == bytes.size()) {
          return Optional.of(read(bytes, at));
        }
      }
    } catch (Broken none) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static ZipEnd read(Bytes bytes, long at) throws IOException, Broken {
    long entries = bytes.u16le(at + 10);
    long length = bytes.u32le(at + 12);
    long offset = bytes.u32le(at + 16);
    long end = at;
    boolean lies = bytes.u16le(at + 8) != entries;
    if (at >= 20 && bytes.is(at - 20, "PK\6\7")) {
      long wide = bytes.u64le(at - 12);
      if (wide < 0 || !bytes.is(wide, "PK\6\6")) {
        return new ZipEnd(offset, length, entries, 0, true);
      }
      long entriesWide = bytes.u64le(wide + 32);
      long lengthWide = bytes.u64le(wide + 40);
      long offsetWide = bytes.u64le(wide + 48);
      lies |= entries != 0xFFFF && entries != entriesWide;
      lies |= length != WIDE && length != lengthWide;
      lies |= offset != WIDE && offset != offsetWide;
      entries = entriesWide;
      length = lengthWide;
      offset = offsetWide;
      end = wide;
    }
    long directory = end - length;
    long before = directory - offset;
    lies |= length < 0 || offset < 0 || directory < 0 || before < 0 || entries < 0;
    return new ZipEnd(directory, length, entries, before, lies);
  }
}
