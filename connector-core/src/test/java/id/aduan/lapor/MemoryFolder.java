package id.aduan.lapor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the folders of tests in memory, where the system has such a disk with room: a test that
 * commits thousands of times waits for no disk. What a store does is the same, its syncs included;
 * what a disk keeps when the power fails is tested elsewhere, on a disk of its own. JUnit makes
 * every {@code @TempDir} by it, as junit-platform.properties says.
 */
public final class MemoryFolder implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM_BYTES_MIN = 2L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return create("lapor-junit");
  }

  /** A new one, which whoever asks for it deletes. */
  public static Path create(String prefix) throws IOException {
    return hasRoom()
        ? Files.createTempDirectory(MEMORY, prefix)
        : Files.createTempDirectory(prefix);
  }

  private static boolean hasRoom() throws IOException {
    return Files.isDirectory(MEMORY)
        && Files.isWritable(MEMORY)
        && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM_BYTES_MIN;
  }
}
