package id.aduan.lapor.attachment;

import id.aduan.lapor.attachment.Inspection.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks as another does, and keeps what goes wrong in there to the one file: a defect of ours, or a
 * file that nobody thought of, must hold up neither its case nor the next file. What ends the whole
 * process, such as a lack of memory, is passed on. The log names the kind of failure and its place
 * in the code, and never its message, which may quote the file. Safe for use by many threads where
 * the other one is.
 */
public final class GuardedInspector implements FileInspector {
  /** The finding: nobody could look at it. */
  public static final String FAILED = "inspect.failed";

  private static final Logger LOG = LoggerFactory.getLogger(GuardedInspector.class);
  private static final String UNKNOWN = "application/octet-stream";
  private final FileInspector inner;
  private final Verdict verdict;

  /**
   * Makes one.
   *
   * @param verdict what becomes of a file that nobody could look at
   */
  public GuardedInspector(FileInspector inner, Verdict verdict) {
    this.inner = inner;
    this.verdict = verdict;
  }

  /** Around an inspector that has none; what nobody could look at waits for a person. */
  static FileInspector around(FileInspector inner) {
    return inner == NONE || inner instanceof GuardedInspector
        ? inner
        : new GuardedInspector(inner, Verdict.QUARANTINED);
  }

  @Override
  public Inspection inspect(Path file, String name) throws IOException {
    try {
      return inner.inspect(file, name);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      log(e);
      return new Inspection(UNKNOWN, verdict, List.of(FAILED));
    }
  }

  @Override
  public Optional<Made> cleaned(Path file, Inspection inspection, Path target) throws IOException {
    return made(() -> inner.cleaned(file, inspection, target));
  }

  @Override
  public Optional<Made> exchanged(Path file, Inspection inspection, Path target)
      throws IOException {
    return made(() -> inner.exchanged(file, inspection, target));
  }

  private interface Making {
    Optional<Made> make() throws IOException;
  }

  private static Optional<Made> made(Making making) throws IOException {
    try {
      return making.make();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      log(e);
      throw new IOException("a copy of a file could not be made: " + e.getClass().getName());
    }
  }

  private static void log(Throwable failure) {
    StackTraceElement[] places = failure.getStackTrace();
    LOG.error(
        "a file of a complaint could not be looked at: {} at {}; it waits for a person or goes on"
            + " as documents.attachments.uninspected says, and the other files go on",
        failure.getClass().getName(),
        places.length == 0 ? "an unknown place" : places[0]);
  }
}
