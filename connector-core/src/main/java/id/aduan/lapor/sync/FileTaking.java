package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileInspector.Made;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.attachment.FileSource.Fetched;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.attachment.StoredFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes one file over: fetches it to a temporary place, has it looked at, makes the copies that go
 * out in its stead, and keeps all of them. Touches no row. Safe for use by many threads.
 */
final class FileTaking {
  /** The file is not taken over since those of its case are too much together. */
  static final String CASE_TOO_LARGE = "case.too-large";

  /** A page came where the portal names a file of another kind; it may be that of a log-in. */
  static final String PAGE = "file.page";

  /** Nothing could be written here. */
  static final String DISK = "disk";

  private static final String TOO_LARGE = "file.too-large";
  private static final Set<String> REFUSING = Set.of(TOO_LARGE, "address.not-allowed");

  private static final String NOT_REACHED = "http.not-reached";

  /** Speaks of the far end and not of the file. */
  private static final Set<String> FAR_END =
      Set.of(NOT_REACHED, "http.401", "http.403", "http.429", "http.503");

  /** Says of the far end neither that it is well nor that it is not. */
  private static final Set<String> NO_ANSWER = Set.of("http.cut", "address.not-allowed");

  /** A copy that could not be made so often is left out, or the file held back. */
  private static final int COPY_ATTEMPTS_MAX = 3;

  private static final List<FileCopy.Kind> ALL_KINDS = List.of(FileCopy.Kind.values());

  private final FileSource source;
  private final FileRules rules;
  private final int attemptsMax;
  private final Origins origins = new Origins();

  FileTaking(FileSource source, FileRules rules, int attemptsMax) {
    this.source = source;
    this.rules = rules;
    this.attemptsMax = attemptsMax;
  }

  /** What became of it. */
  sealed interface Outcome {}

  /** It waits for nothing more: it is here, refused or lost. */
  record Taken(CaseFile file) implements Outcome {}

  /** Whose trouble it is that a file did not come. */
  enum Scope {
    FILE,
    /** That of all files from the same place. */
    ORIGIN,
    /** That of all files from anywhere. */
    ALL,
    /** Ours. */
    DISK
  }

  /**
   * It did not come this time.
   *
   * @param isFarEnd whether the far end said, or did not say, something that may pass for all
   */
  record Waits(String why, Scope scope, boolean isFarEnd, Optional<Duration> after)
      implements Outcome {
    boolean isOfAll() {
      return scope == Scope.ALL || scope == Scope.DISK;
    }
  }

  /** Where a file comes from, as {@link FileSource#origin}. */
  String origin(CaseFile file) {
    return source.origin(file.attachment());
  }

  /**
   * Takes it.
   *
   * @param caseBytes of the files that the case has already
   */
  Outcome take(CaseFile file, long caseBytes) {
    FileVault vault = rules.vault();
    List<Path> temporary = new ArrayList<>();
    try {
      Path plain = place(temporary);
      long left = rules.limits().caseBytesMax() - caseBytes;
      if (left <= 0) {
        return new Taken(ended(file, State.REFUSED, CASE_TOO_LARGE));
      }
      Sink sink = new Sink(vault.write(plain));
      Fetched fetched;
      try (sink) {
        fetched =
            source.fetch(file.attachment(), Math.min(left, rules.limits().fileBytesMax()), sink);
      }
      if (sink.failed()) {
        return ofDisk();
      }
      if (isAnswer(fetched)) {
        origins.answered(origin(file));
      }
      return fetched instanceof FileSource.Whole
          ? keep(file, plain, temporary)
          : notFetched(file, fetched, left);
    } catch (IOException e) {
      return ofDisk();
    } finally {
      temporary.forEach(FileTaking::discard);
    }
  }

  private Path place(List<Path> temporary) throws IOException {
    Path place = rules.vault().temporary();
    temporary.add(place);
    return place;
  }

  /** What is left lies in this process's own directory and goes with it. */
  private static void discard(Path place) {
    boolean unused = place.toFile().delete();
  }

  private static Waits ofDisk() {
    return new Waits(DISK, Scope.DISK, false, Optional.empty());
  }

  private Outcome notFetched(CaseFile file, Fetched fetched, long left) {
    if (fetched instanceof FileSource.Later later) {
      String why = later.why();
      boolean isFarEnd = FAR_END.contains(why);
      String name = file.complaint() + " " + file.place();
      Scope scope =
          isFarEnd ? origins.failed(origin(file), name, !why.equals(NOT_REACHED)) : Scope.FILE;
      return new Waits(why, scope, isFarEnd, later.after());
    }
    String why = ((FileSource.Never) fetched).why();
    if (why.equals(TOO_LARGE) && left < rules.limits().fileBytesMax()) {
      return new Taken(ended(file, State.REFUSED, CASE_TOO_LARGE));
    }
    return new Taken(ended(file, REFUSING.contains(why) ? State.REFUSED : State.LOST, why));
  }

  private static boolean isAnswer(Fetched fetched) {
    return fetched instanceof FileSource.Whole
        || (fetched instanceof FileSource.Never never && !NO_ANSWER.contains(never.why()))
        || (fetched instanceof FileSource.Later later
            && !NO_ANSWER.contains(later.why())
            && !FAR_END.contains(later.why()));
  }

  private static CaseFile ended(CaseFile file, State state, String why) {
    return FileFetch.with(file, state, why, file.attempts(), file.since());
  }

  private Outcome keep(CaseFile file, Path plain, List<Path> temporary) throws IOException {
    FileInspector inspector = rules.inspector();
    Inspection seen = inspector.inspect(plain, file.attachment().fileName());
    if (PageInstead.of(file.attachment(), seen.type())) {
      return new Waits(PAGE, Scope.FILE, false, Optional.empty());
    }
    StoredFile original = rules.vault().keep(plain, seen.type());
    Set<String> findings = new TreeSet<>(seen.findings());
    List<FileCopy> copies = new ArrayList<>();
    boolean held = seen.verdict() == Verdict.QUARANTINED;
    boolean quarantined = held;
    String reason = held ? first(seen.findings()) : "";
    boolean isLastTry = file.attempts() + 1 >= Math.min(COPY_ATTEMPTS_MAX, attemptsMax);
    // One that a person may let go later is cleaned as well: it must not go out as it came.
    for (FileCopy.Kind kind : held ? List.of(FileCopy.Kind.CLEANED) : ALL_KINDS) {
      Path target = place(temporary);
      Optional<Made> made;
      try {
        made = made(kind, plain, seen, target);
      } catch (IOException e) {
        if (!isLastTry && !held) {
          return new Waits(code(kind), Scope.FILE, false, Optional.empty());
        }
        findings.add(code(kind));
        // What could not be cleaned may tell of who took it, so a person has to say.
        quarantined |= kind == FileCopy.Kind.CLEANED;
        reason = held ? reason : quarantined ? code(FileCopy.Kind.CLEANED) : "";
        continue;
      }
      if (made.isPresent()) {
        StoredFile copy = rules.vault().keep(target, made.get().type());
        copies.add(new FileCopy(kind, copy, made.get().by()));
      }
    }
    return new Taken(
        new CaseFile(
            file.complaint(),
            file.place(),
            file.attachment(),
            quarantined ? State.QUARANTINED : State.HERE,
            reason,
            file.attempts() + 1,
            List.copyOf(findings),
            Optional.of(original),
            copies,
            file.since()));
  }

  private static String first(List<String> findings) {
    return findings.isEmpty() ? "quarantined" : findings.get(0);
  }

  private static String code(FileCopy.Kind kind) {
    return kind == FileCopy.Kind.CLEANED ? "clean.failed" : "exchange.failed";
  }

  private Optional<Made> made(FileCopy.Kind kind, Path plain, Inspection seen, Path target)
      throws IOException {
    return kind == FileCopy.Kind.CLEANED
        ? rules.inspector().cleaned(plain, seen, target)
        : rules.inspector().exchanged(plain, seen, target);
  }

  /** Remembers whether it was the disk that failed, and not the far end. */
  private static final class Sink extends FilterOutputStream {
    private volatile boolean failed;

    Sink(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    boolean failed() {
      return failed;
    }
  }
}
