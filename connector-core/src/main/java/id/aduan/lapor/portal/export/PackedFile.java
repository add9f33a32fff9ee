package id.aduan.lapor.portal.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The packed parts of a workbook, each read as a stream that ends where it must not go on. */
final class PackedFile implements AutoCloseable {
  private final ZipFile zip;
  private final ExportBounds bounds;

  private PackedFile(ZipFile zip, ExportBounds bounds) {
    this.zip = zip;
    this.bounds = bounds;
  }

  static PackedFile open(Path file, ExportBounds bounds) {
    try {
      if (Files.size(file) > bounds.fileBytesMax()) {
        throw Faults.tooLarge(bounds.fileBytesMax());
      }
      FileKind.requireZip(file);
      ZipFile zip = new ZipFile(file.toFile());
      if (zip.size() > ExportBounds.PARTS_MAX) {
        zip.close();
        throw Faults.bomb();
      }
      return new PackedFile(zip, bounds);
    } catch (ZipException e) {
      throw Faults.damaged("its list of parts");
    } catch (IOException e) {
      throw Faults.unreadable();
    }
  }

  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** Opens a part; empty where there is none of this name. */
  Optional<Part> part(String name) {
    ZipEntry entry = zip.getEntry(name);
    try {
      return entry == null
          ? Optional.empty()
          : Optional.of(new Part(zip.getInputStream(entry), entry, bounds));
    } catch (IOException e) {
      throw Faults.damaged(name);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw Faults.unreadable();
    }
  }

  /**
   * Refuses a part that unpacks to too much, or to something else than was packed, or has more in
   * one piece than a parser should have to hold. For one thread.
   */
  static final class Part extends FilterInputStream {
    private final ZipEntry entry;
    private final long bytesMax;
    private final CRC32 sum = new CRC32();
    private long bytes;
    private long inOnePiece;

    Part(InputStream in, ZipEntry entry, ExportBounds bounds) {
      super(in);
      this.entry = entry;
      long packed = Math.max(1, entry.getCompressedSize());
      this.bytesMax =
          Math.min(
              bounds.partBytesMax(),
              Math.max(ExportBounds.RATIO_FROM_BYTES, packed * bounds.ratioMax()));
    }

    /** The parser has handed on what it held. */
    void handedOn() {
      inOnePiece = 0;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int read = read(one, 0, 1);
      return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      if (read < 0) {
        if (sum.getValue() != entry.getCrc()) {
          throw Faults.damaged(entry.getName());
        }
        return read;
      }
      bytes += read;
      inOnePiece += read;
      if (bytes > bytesMax || inOnePiece > ExportBounds.PIECE_BYTES_MAX) {
        throw Faults.bomb();
      }
      sum.update(into, from, read);
      return read;
    }

    @Override
    public long skip(long count) {
      return 0; // nothing goes by uncounted
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
