package id.aduan.lapor.runner.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The file that a document of ours becomes: it is there whole, or not at all, and its owner's
 * alone. It is written as a draft beside its place. A draft that a kill left behind names people;
 * the next document that is made in that folder takes it away.
 *
 * @param command that makes it, as its errors name it
 */
record DocumentFile(Path file, String command) {
  /** A draft to which nothing was added for as long is nobody's any more. */
  static final Duration DRAFT_AGE_MAX = Duration.ofHours(1);

  private static final String DRAFT = ".lapor-";
  private static final String END = ".tmp";

  /** Writes what the document is. */
  @FunctionalInterface
  interface Content {
    void write(Path draft) throws IOException;
  }

  /**
   * Looks at the place of it.
   *
   * @throws CommandFailure for no folder, or a file that is there already
   */
  static DocumentFile of(Path file, boolean force, String command) {
    DocumentFile made = new DocumentFile(file.toAbsolutePath(), command);
    if (!Files.isDirectory(made.folder())) {
      throw new CommandFailure(
          Exit.CANNOT_CREATE,
          command + ".folder",
          "there is no folder for " + file + "; make it first");
    }
    if (Files.isDirectory(file) || (Files.exists(file) && !force)) {
      throw new CommandFailure(
          Exit.CANNOT_CREATE,
          command + ".exists",
          "there is a " + file + " already; --force replaces a file");
    }
    return made;
  }

  Path folder() {
    return file.resolveSibling(".").normalize();
  }

  /** A new draft beside it, which only its owner can read. */
  static Path draft(Path folder, String command) throws IOException {
    return Files.createTempFile(folder, DRAFT + command + "-", END);
  }

  /**
   * Writes it, and gives it its name last.
   *
   * @param named is done once it is whole on the disk and before it has its name; when that fails
   *     there is no file
   */
  void write(Instant now, Content content, Runnable named) throws IOException {
    removeDrafts(now);
    Path draft = draft(folder(), command);
    draft.toFile().deleteOnExit(); // an interrupt runs no finally
    try {
      content.write(draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      named.run();
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void removeDrafts(Instant now) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder(), DRAFT + "*" + END)) {
      for (Path draft : drafts) {
        boolean plain = Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS);
        if (plain && isOld(draft, now)) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private static boolean isOld(Path draft, Instant now) throws IOException {
    return Files.getLastModifiedTime(draft, LinkOption.NOFOLLOW_LINKS)
        .toInstant()
        .plus(DRAFT_AGE_MAX)
        .isBefore(now);
  }
}
