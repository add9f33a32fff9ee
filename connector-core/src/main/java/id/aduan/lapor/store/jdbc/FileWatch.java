package id.aduan.lapor.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a file was taken away, replaced or cut off under a program that has it open: SQLite
 * goes on writing to what has no name any more, and says nothing (F20).
 */
final class FileWatch {
  private static final int SQLITE_IOERR = 10;
  private final Path file;
  private @Nullable Object key;
  private long bytes;
  private boolean begun;

  FileWatch(Path file) {
    this.file = file;
  }

  /**
   * Holds the file against what it was before.
   *
   * @throws SQLException as SQLite would, if it noticed
   */
  void look() throws SQLException {
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      throw gone("is gone", e);
    }
    if (begun && !Objects.equals(key, now.fileKey())) {
      throw gone("was replaced", null);
    }
    if (now.size() < bytes) {
      throw gone("was cut off", null);
    }
    begun = true;
    key = now.fileKey();
    bytes = now.size();
  }

  private SQLException gone(String what, @Nullable Throwable cause) {
    return new SQLException(
        file + " " + what + " while the store was open", null, SQLITE_IOERR, cause);
  }
}
