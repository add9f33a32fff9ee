package id.aduan.lapor.attachment;

import id.aduan.lapor.http.Content;
import id.aduan.lapor.privacy.Sealer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps files sealed, under the hash of their plain bytes: the same bytes are kept once, whoever
 * sent them, and nothing of a name stands on the disk. What {@link #keep} returned for survives a
 * power cut. Several processes may share a directory. Safe for use by many threads.
 */
public final class FileVault implements AutoCloseable {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_READS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path directory;
  private final Sealer sealer;
  private final long reserveBytes;
  private final TemporaryFiles temporary;

  private FileVault(Path directory, Sealer sealer, long reserveBytes, TemporaryFiles temporary) {
    this.directory = directory;
    this.sealer = sealer;
    this.reserveBytes = reserveBytes;
    this.temporary = temporary;
  }

  /**
   * Opens or makes the directory, and removes the temporary files of processes that are no more.
   *
   * @param sealer that of the store
   * @param reserveBytes how much room is left to others on the disk
   * @throws IOException when it cannot be made, or not be written to
   */
  public static FileVault open(Path directory, Sealer sealer, long reserveBytes)
      throws IOException {
    Files.createDirectories(directory, OWNER_ONLY);
    return new FileVault(
        directory, sealer, reserveBytes, TemporaryFiles.open(directory.resolve("tmp")));
  }

  /**
   * A new place for plain bytes, in a directory of this process's; whoever asks deletes what he put
   * there. Nothing is there yet.
   *
   * @throws NoRoomException when less than the reserve is free
   */
  public Path temporary() throws IOException {
    requireRoom();
    return temporary.next();
  }

  /** A folder of this process's for whoever makes copies; what lies in it goes with the process. */
  public Path workFolder() {
    return temporary.directory();
  }

  /** Opens a new file at a place of {@link #temporary}, which nobody but its owner can read. */
  public OutputStream write(Path place) throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(
            place,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OWNER_READS));
  }

  private void requireRoom() throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < reserveBytes) {
      throw new NoRoomException(free, reserveBytes);
    }
  }

  /**
   * Keeps the bytes of a file.
   *
   * @param type their media type
   * @throws IOException when they could not be read or kept; nothing of them is here then
   */
  public StoredFile keep(Path plain, String type) throws IOException {
    String sha256;
    try (InputStream in = Files.newInputStream(plain)) {
      sha256 = hash(in);
    }
    long bytes = Files.size(plain);
    Path kept = path(sha256);
    StoredFile file = new StoredFile(sha256, bytes, type);
    if (!isWhole(file)) {
      requireRoom();
      seal(plain, sha256, kept);
    }
    return file;
  }

  /** One that was damaged is replaced by the same bytes. */
  private boolean isWhole(StoredFile file) {
    if (!holds(file.sha256())) {
      return false;
    }
    try {
      verify(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void seal(Path plain, String sha256, Path kept) throws IOException {
    Path parent = directory.resolve(sha256.substring(0, 2));
    boolean isNew = !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS);
    Files.createDirectories(parent, OWNER_ONLY);
    // Among this process's own, where the next one sweeps it if this one is killed.
    Path part = temporary.next();
    try {
      try (FileChannel channel =
              FileChannel.open(
                  part,
                  EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  OWNER_READS);
          InputStream in = Files.newInputStream(plain)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        SealedFile.write(in, out, sealer, sha256);
        out.flush();
        channel.force(true);
      }
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(parent);
      if (isNew) {
        sync(directory);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Whether there is something under this hash. */
  public boolean holds(String sha256) {
    return Files.isRegularFile(path(sha256), LinkOption.NOFOLLOW_LINKS);
  }

  /** The plain bytes, each segment checked as it is read. */
  public Content content(StoredFile file) {
    return new Kept(file);
  }

  private final class Kept implements Content {
    private final StoredFile file;

    Kept(StoredFile file) {
      this.file = file;
    }

    @Override
    public long length() {
      return file.bytes();
    }

    @Override
    public InputStream open() throws IOException {
      InputStream sealed =
          new BufferedInputStream(
              Files.newInputStream(path(file.sha256()), LinkOption.NOFOLLOW_LINKS), 1 << 16);
      return new Exact(new SealedFile.Reader(sealed, sealer, file.sha256()), file.bytes());
    }

    @Override
    public String toString() {
      return "Kept[" + file.bytes() + " bytes]";
    }
  }

  /** Fails where there are more or fewer bytes than are said to be. */
  private static final class Exact extends FilterInputStream {
    private long left;

    Exact(InputStream in, long bytes) {
      super(in);
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? -1 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      left -= Math.max(0, read);
      if (left < 0 || (read < 0 && left > 0)) {
        throw new IOException("a kept file is not of the length that was noted");
      }
    }
  }

  /**
   * Reads a file to its end.
   *
   * @throws IOException when it is not here, or not what was kept
   */
  public void verify(StoredFile file) throws IOException {
    try (InputStream in = content(file).open()) {
      if (!hash(in).equals(file.sha256())) {
        throw new IOException("a kept file has another hash than was noted");
      }
    }
  }

  private static String hash(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Path path(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("a file is named by 64 hexadecimal digits");
    }
    return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** Removes the temporary files of this process. */
  @Override
  public void close() throws IOException {
    temporary.close();
  }
}
