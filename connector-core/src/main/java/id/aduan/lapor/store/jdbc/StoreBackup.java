package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A copy of the store at one moment, made beside the process that owns it.
 *
 * @param rows how many there are in the copy, by table
 * @param bytes the size of the copy
 */
public record StoreBackup(Map<String, Long> rows, long bytes) {
  private static final List<String> TABLES =
      List.of(
          "lapor_inbox",
          "lapor_complaint",
          "lapor_outbox",
          "lapor_unclaimed",
          "lapor_link",
          "lapor_leg",
          "lapor_echo",
          "lapor_case_clocks",
          "lapor_basis",
          "lapor_draft",
          "lapor_follow",
          "lapor_cursor",
          "lapor_notification",
          "lapor_filing",
          "lapor_filing_file",
          "lapor_portal_entry",
          "lapor_reply",
          "lapor_return",
          "lapor_waiting",
          "lapor_mapping",
          "lapor_catalogue",
          "lapor_file",
          "lapor_file_delivery",
          "lapor_audit");

  /** Rows of these are taken away again in normal work. */
  private static final List<String> SHRINKING =
      List.of("lapor_unclaimed", "lapor_filing_file", "lapor_catalogue");

  public StoreBackup {
    rows = Map.copyOf(rows);
  }

  /**
   * Copies a store. The target comes into being at the end and whole, for its owner alone, after it
   * was read back; nothing is ever overwritten, and what failed leaves nothing behind. No keys are
   * needed, and none are copied.
   *
   * @throws StoreException when the copy could not be made; its cause is a {@link
   *     FileAlreadyExistsException} where something stands at the target
   * @throws id.aduan.lapor.failure.StoreVersionException when the file is no store of this version
   */
  static StoreBackup make(Path store, Path target) {
    SqliteFile.requireDriver();
    SqliteSchema.requireCurrent(store);
    Path part = target.toAbsolutePath().resolveSibling("." + target.getFileName() + ".part");
    try {
      refuseExisting(target);
      Files.deleteIfExists(part); // of a backup that was killed
      OwnerOnly.createFile(part);
      try {
        StoreBackup backup = copy(store, part);
        sync(part);
        publish(part, target);
        return backup;
      } finally {
        Files.deleteIfExists(part);
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + "-journal"));
      }
    } catch (IOException e) {
      throw new StoreException("the copy " + target + " could not be written", e);
    } catch (SQLException e) {
      throw new StoreException(
          "the copy could not be made (code "
              + e.getErrorCode()
              + "); is the disk of "
              + target
              + " full? Nothing was left there",
          e);
    }
  }

  private static void refuseExisting(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }

  private static StoreBackup copy(Path store, Path part) throws SQLException, IOException {
    Map<String, Long> before;
    try (Connection connection = SqliteSchema.openReadOnly(store)) {
      before = counts(connection);
      try (PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
        vacuum.setString(1, part.toString());
        vacuum.execute();
      }
    }
    SqliteSchema.requireCurrent(part);
    try (Connection connection = SqliteSchema.openReadOnly(part)) {
      requireIntact(connection);
      Map<String, Long> copied = counts(connection);
      for (String table : TABLES) {
        if (!SHRINKING.contains(table)
            && copied.getOrDefault(table, 0L) < before.getOrDefault(table, 0L)) {
          throw new StoreException("rows of " + table + " are missing in the copy; it was removed");
        }
      }
      return new StoreBackup(copied, Files.size(part));
    }
  }

  private static Map<String, Long> counts(Connection connection) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
          counts.put(table, rows.next() ? rows.getLong(1) : 0);
        }
      }
    }
    return counts;
  }

  private static void requireIntact(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("pragma integrity_check(1)")) {
      if (!rows.next() || !"ok".equals(rows.getString(1))) {
        throw new StoreException("the copy is not whole; it was removed");
      }
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * A link never takes the place of another file; where there are none, a move that looks first.
   */
  private static void publish(Path part, Path target) throws IOException {
    try {
      Files.createLink(target, part);
    } catch (UnsupportedOperationException | FileSystemException e) {
      refuseExisting(target);
      Files.move(part, target);
    }
    Path directory = target.toAbsolutePath().getParent();
    if (directory != null) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
