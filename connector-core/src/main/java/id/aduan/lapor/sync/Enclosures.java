package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.Enclosure;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.portal.PortalFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps files that a person puts to an answer, and has them ready when it goes out. They are kept
 * sealed and forced to the disk before an answer names them, and no byte of them changes. Safe for
 * use by many threads.
 */
final class Enclosures {
  /** Of those that were handed in for one answer the newest are remembered. */
  static final int HANDED_IN_MAX = 20;

  private static final String UNKNOWN = "application/octet-stream";
  private final Optional<FileRules> files;
  private final ReplyRules rules;
  private final AnswerLook looks;

  /**
   * Makes it.
   *
   * @param files where they are kept and who looks at them; empty where none can be taken
   */
  Enclosures(Optional<FileRules> files, ReplyRules rules) {
    this.files = files;
    this.rules = rules;
    this.looks = new AnswerLook(files);
  }

  /** Whether any can be taken. */
  boolean areTaken() {
    return files.isPresent();
  }

  /** The largest that is. */
  int bytesMax() {
    return rules.fileBytesMax();
  }

  /** The most that go with one answer. */
  int filesMax() {
    return rules.filesMax();
  }

  /**
   * One that was looked at.
   *
   * @param file as it is kept; empty where it is not
   */
  record Taken(Optional<Enclosure> file, AnswerLook.Seen seen) {}

  /**
   * Looks at a file and keeps it if it may go to a citizen.
   *
   * @param name as its owner calls it; anything
   * @throws StoreException when there is no room for it
   */
  Taken take(String name, byte[] bytes) {
    try {
      AnswerLook.Seen seen = looks.at(AnswerLook.name(name, 1), UNKNOWN, bytes);
      return seen.blocked().isPresent()
          ? new Taken(Optional.empty(), seen)
          : new Taken(Optional.of(keep(seen, bytes)), seen);
    } catch (IOException e) {
      throw new StoreException("a file for an answer was not kept: there was no room here", e);
    }
  }

  private Enclosure keep(AnswerLook.Seen seen, byte[] bytes) throws IOException {
    FileVault vault = files.orElseThrow().vault();
    Path plain = vault.temporary();
    try {
      try (OutputStream out = vault.write(plain)) {
        out.write(bytes);
      }
      StoredFile kept = vault.keep(plain, seen.type());
      return new Enclosure(seen.name(), kept.sha256(), kept.bytes(), kept.type());
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  /** Those that were handed in for an answer, with one more; the same bytes are one. */
  static List<Enclosure> with(List<Enclosure> handedIn, Enclosure file) {
    List<Enclosure> all = new ArrayList<>(handedIn);
    all.removeIf(other -> other.sha256().equals(file.sha256()));
    all.add(file);
    return all.subList(Math.max(0, all.size() - HANDED_IN_MAX), all.size());
  }

  /**
   * Those of them that are meant, in the order in which they are named, no two by one name.
   *
   * @param hashes of their bytes
   * @return empty where one was not handed in, or is named twice
   */
  static Optional<List<Enclosure>> chosen(List<Enclosure> handedIn, List<String> hashes) {
    List<Enclosure> chosen = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String hash : hashes) {
      Optional<Enclosure> meant =
          handedIn.stream().filter(file -> file.sha256().equals(hash)).findFirst();
      if (meant.isEmpty() || chosen.stream().anyMatch(file -> file.sha256().equals(hash))) {
        return Optional.empty();
      }
      Enclosure file = meant.get();
      chosen.add(
          names.add(file.name()) ? file : file.named((chosen.size() + 1) + "-" + file.name()));
    }
    return Optional.of(chosen);
  }

  /**
   * Those of an answer, as they go out.
   *
   * @throws StoreException when one is not here, or not as it was kept: the answer waits for it
   */
  List<PortalFile> files(FollowUp answer) {
    List<PortalFile> ready = new ArrayList<>();
    for (Enclosure file : answer.enclosures()) {
      if (files.isEmpty()) {
        throw new StoreException("a file goes with it, and documents.attachments is switched off");
      }
      try (InputStream in = files.get().vault().content(stored(file)).open()) {
        byte[] bytes = in.readAllBytes();
        ready.add(new PortalFile(file.name(), file.type(), bytes));
      } catch (IOException e) {
        throw new StoreException(
            "the file %d of %d that goes with it cannot be read in the folder of files; bring it back"
                .formatted(ready.size() + 1, answer.enclosures().size()),
            e);
      }
    }
    return ready;
  }

  private static StoredFile stored(Enclosure file) {
    return new StoredFile(file.sha256(), file.bytes(), file.type());
  }

  /** How many, in words for the audit trail; nothing of none. */
  static String told(List<Enclosure> files) {
    return files.isEmpty()
        ? ""
        : ", with " + files.size() + (files.size() == 1 ? " file" : " files");
  }
}
