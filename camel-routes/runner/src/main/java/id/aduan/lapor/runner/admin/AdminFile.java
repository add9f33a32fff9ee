package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.yaml.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The file {@code <store>.admin}: where the process that owns the store is asked, and the token it
 * made for itself. Whoever may read the store may read it, and nobody else. It is there while the
 * process runs; one that a killed process left is told by its pid.
 */
public record AdminFile(long pid, URI address, Secret token) {
  private static final int BYTES_MAX = 4096;

  /** The file as it is written. */
  private record Written(long pid, URI address, String token) {}

  /** Where it lies for a store. */
  public static Path beside(Path store) {
    return store.resolveSibling(store.getFileName() + ".admin");
  }

  /** Writes it whole, for its owner alone, in place of an earlier one. */
  public void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Json.write(new Written(pid, address, token.reveal())));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads what a process that still runs has written; empty when there is none, or the file is not
   * of this form.
   *
   * @throws IOException when it is there and cannot be read
   */
  public static Optional<AdminFile> read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
      return Optional.empty();
    }
    return Json.read(Files.readString(file, StandardCharsets.UTF_8), Written.class)
        .filter(it -> "http".equals(it.address().getScheme()) && !it.token().isEmpty())
        .map(it -> new AdminFile(it.pid(), it.address(), Secret.of(it.token())))
        .filter(AdminFile::isOfLivingProcess);
  }

  private boolean isOfLivingProcess() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
