package id.aduan.lapor.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the folders of tests in memory, where the system has such a disk with room, so that a
 * contract whose connector commits thousands of times waits for no disk. A module names it in its
 * {@code junit-platform.properties}, as {@code junit.jupiter.tempdir.factory.default}.
 */
public final class MemoryFolder implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM_BYTES_MIN = 2L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return hasRoom()
        ? Files.createTempDirectory(MEMORY, "lapor-junit")
        : Files.createTempDirectory("lapor-junit");
  }

  private static boolean hasRoom() throws IOException {
    return Files.isDirectory(MEMORY)
        && Files.isWritable(MEMORY)
        && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM_BYTES_MIN;
  }
}
