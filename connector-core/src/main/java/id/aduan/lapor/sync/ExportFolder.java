package id.aduan.lapor.sync;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.sync.ExportImport.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which people put exports of the portal. A file that has stayed the same from one
 * look to the next is imported, and goes to {@code done} or {@code failed} in the same folder with
 * a report beside it, under a name that begins with the time, so that the same name may come again.
 *
 * <p>Left alone: what is hidden or half there by its name ({@code ~$}, {@code .part} and the like),
 * folders, and symbolic links. Stopped between import and move, the file is imported again, which
 * changes nothing. One look at a time; not for use by many threads.
 */
public final class ExportFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);
  static final int FILES_PER_LOOK_MAX = 100;
  private static final int NAME_CHARACTERS_MAX = 100;
  private static final int NAME_BYTES_MAX = 200;
  private static final String DONE = "done";
  private static final String FAILED = "failed";
  private static final Set<String> HALF =
      Set.of(".part", ".partial", ".tmp", ".crdownload", ".filepart", ".download");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final ExportImport imports;
  private final InstantSource time;
  private Map<Path, Look> before = new HashMap<>();
  private boolean told;

  /**
   * Makes it.
   *
   * @param folder need not be there yet
   */
  public ExportFolder(Path folder, ExportImport imports, InstantSource time) {
    this.folder = folder;
    this.imports = imports;
    this.time = time;
  }

  /**
   * What was seen of a file.
   *
   * @param settled whether nothing more is done about it as long as it stays so
   */
  private record Look(long bytes, FileTime changed, boolean settled) {
    boolean isSame(Look other) {
      return bytes == other.bytes && changed.equals(other.changed);
    }
  }

  /**
   * Looks once. Trouble with one file, or with the folder, is logged; the next look tries again.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot keep it; the file stays
   */
  public void lookOnce() {
    Map<Path, Look> now = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (now.size() < FILES_PER_LOOK_MAX && isMeant(file)) {
          look(file).ifPresent(seen -> now.put(file, seen));
        }
      }
      told = false;
    } catch (IOException e) {
      if (!told) {
        LOG.warn("the folder of portal.exports cannot be read; it is looked at again");
      }
      told = true;
      return;
    }
    for (Map.Entry<Path, Look> each : now.entrySet()) {
      Look last = before.get(each.getKey());
      if (last != null && last.isSame(each.getValue())) {
        each.setValue(last.settled() ? last : take(each.getKey(), each.getValue()));
      }
    }
    before = now;
  }

  private static boolean isMeant(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~")
        && !name.endsWith(".txt")
        && !name.equals(DONE)
        && !name.equals(FAILED)
        && HALF.stream().noneMatch(name::endsWith);
  }

  private Optional<Look> look(Path file) throws IOException {
    BasicFileAttributes seen =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (seen.isSymbolicLink() && !before.containsKey(file)) {
      LOG.warn("{} in the folder of portal.exports is a symbolic link: not read", name(file));
    }
    return seen.isDirectory()
        ? Optional.empty()
        : Optional.of(new Look(seen.size(), seen.lastModifiedTime(), !seen.isRegularFile()));
  }

  private Look take(Path file, Look seen) {
    if (seen.settled()) {
      return seen;
    }
    try {
      ExportSummary done = imports.run(file, ExportOrder.BY_FOLDER, Progress.UNHEARD);
      LOG.info("{}: {}", name(file), ExportReport.line(done));
      return moved(file, DONE, ExportReport.of(done), seen);
    } catch (UnusableExportException e) {
      LOG.warn("{} was not imported: {}", name(file), e.getMessage());
      return moved(file, FAILED, ExportReport.of(e), seen);
    } catch (ExportBusyException e) {
      return seen; // its turn comes
    } catch (LaporException e) {
      LOG.warn("{} was not imported: {}; the next look tries again", name(file), e.getMessage());
      return seen;
    } catch (RuntimeException | Error bug) {
      LOG.error("{} was not imported to its end: {}", name(file), bug.getClass().getName());
      return moved(file, FAILED, ExportReport.fault(bug), seen); // or it would be taken for ever
    }
  }

  /** The report first: stopped in between, there is one too many and not one too few. */
  private Look moved(Path file, String where, String report, Look seen) {
    try {
      Path to = Files.createDirectories(folder.resolve(where));
      Path target = free(to, STAMP.format(time.instant()) + "-" + fitting(file));
      Path beside = target.resolveSibling(target.getFileName() + ".txt");
      Files.writeString(beside, report, StandardCharsets.UTF_8);
      Files.move(file, target);
    } catch (IOException e) {
      LOG.warn(
          "{} cannot be moved to '{}': give this account the right to write there; until then it"
              + " stays, and is not imported again",
          name(file),
          where);
    }
    return new Look(seen.bytes(), seen.changed(), true);
  }

  /** A name may have 255 bytes: one that leaves no room for what is put around it is cut. */
  private static String fitting(Path file) {
    String name = file.getFileName().toString();
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  private static Path free(Path folder, String name) {
    Path free = folder.resolve(name);
    for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
      free = folder.resolve(i + "-" + name);
    }
    return free;
  }

  /** A name is anybody's: what a log line might take amiss is left out. */
  private static String name(Path file) {
    String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9 ._()-]", "?");
    return "'"
        + (name.length() > NAME_CHARACTERS_MAX ? name.substring(0, NAME_CHARACTERS_MAX) : name)
        + "'";
  }
}
