package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process per store: the lock on {@code <store>.lock}, which ends with the process. */
final class ProcessLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
  private final FileChannel channel;
  private final Path file;
  private final boolean hadOwner;

  private ProcessLock(FileChannel channel, Path file, boolean hadOwner) {
    this.channel = channel;
    this.file = file;
    this.hadOwner = hadOwner;
  }

  /** Whether a process had the store before this one. */
  boolean hadOwner() {
    return hadOwner;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @throws StoreLockedException when another process, or another store object of this one, has it
   */
  static ProcessLock take(Path store) {
    Path file = store.resolveSibling(store.getFileName() + ".lock").toAbsolutePath().normalize();
    // A second channel on the file would let go of the first one's lock when it is closed.
    if (!HELD.add(file)) {
      throw locked(store, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return take(store, file);
    } catch (RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static ProcessLock take(Path store, Path file) {
    try {
      OwnerOnly.createFile(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        String owner = owner(channel);
        channel.close();
        throw locked(store, owner);
      }
      boolean hadOwner = channel.size() > 0;
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new ProcessLock(channel, file, hadOwner);
    } catch (IOException e) {
      throw new StoreException("the lock file " + file + " cannot be written", e);
    }
  }

  private static StoreLockedException locked(Path store, String owner) {
    return new StoreLockedException(
        "store " + store + " is locked by pid " + owner + "; stop that process first");
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    channel.read(buffer, 0);
    String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    return pid.isEmpty() ? "unknown" : pid;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("the lock file could not be closed", e);
    } finally {
      HELD.remove(file);
    }
  }
}
