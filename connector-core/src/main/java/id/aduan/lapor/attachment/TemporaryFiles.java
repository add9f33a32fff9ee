package id.aduan.lapor.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A directory for plain bytes that only this process uses, with a lock beside it that ends with the
 * process: what others left behind that are no more is removed, and nothing of one that lives.
 */
final class TemporaryFiles implements AutoCloseable {
  private static final String LOCK = ".lock";
  private final Path directory;
  private final Path lockFile;
  private final FileChannel lock;

  private TemporaryFiles(Path directory, Path lockFile, FileChannel lock) {
    this.directory = directory;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  static TemporaryFiles open(Path parent) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(parent, ownerOnly);
    String name = UUID.randomUUID().toString();
    Path lockFile = parent.resolve(name + LOCK);
    FileChannel lock =
        FileChannel.open(
            lockFile,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      FileLock unused = lock.lock();
      sweep(parent);
      Path directory = Files.createDirectory(parent.resolve(name), ownerOnly);
      return new TemporaryFiles(directory, lockFile, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static void sweep(Path parent) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, "*" + LOCK)) {
      for (Path lock : locks) {
        if (isLeft(lock)) {
          String name = lock.getFileName().toString();
          remove(parent.resolve(name.substring(0, name.length() - LOCK.length())));
          Files.deleteIfExists(lock);
        }
      }
    }
  }

  private static boolean isLeft(Path lock) throws IOException {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false; // of this process
    } catch (NoSuchFileException e) {
      return false; // another one was first
    } catch (AccessDeniedException e) {
      return false; // another user's, who may still be at work
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> left = Files.walk(directory)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  Path directory() {
    return directory;
  }

  Path next() {
    return directory.resolve(UUID.randomUUID().toString());
  }

  @Override
  public void close() throws IOException {
    remove(directory);
    Files.deleteIfExists(lockFile);
    lock.close();
  }
}
