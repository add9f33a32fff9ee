package id.aduan.lapor.runner.admin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of files that were sent and are not imported yet: this account's alone, since persons
 * stand in them, and emptied at the start of what a killed process left.
 */
final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final FileAttribute<Set<PosixFilePermission>> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final String PREFIX = "lapor-import";
  private static final String SUFFIX = ".xlsx";
  private final Path folder;

  private Uploads(Path folder) {
    this.folder = folder;
  }

  /** Takes over a folder, which need not be there yet; of what is in it, only our own goes. */
  static Uploads in(Path folder) {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
        for (Path each : left) {
          Files.delete(each);
        }
      } catch (IOException e) {
        LOG.warn("{} cannot be emptied: remove what an earlier import left there", folder);
      }
    }
    return new Uploads(folder);
  }

  /** A new file, empty. */
  Path make() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder, OWNER);
    }
    return Files.createTempFile(folder, PREFIX, SUFFIX);
  }
}
