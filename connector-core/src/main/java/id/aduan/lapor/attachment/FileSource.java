package id.aduan.lapor.attachment;

import id.aduan.lapor.complaint.Attachment;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** Where the files of complaints come from. Safe for use by many threads. */
public interface FileSource {
  /**
   * Fetches a file by its address, as it comes, within the source's deadline and never with an
   * exception. An address of a host that is not allowed is refused without a call (portal-wire
   * 2.8).
   *
   * @param bytesMax the largest that is taken
   * @param to takes the bytes; what it got of one that is not {@link Whole} is worth nothing
   */
  Fetched fetch(Attachment attachment, long bytesMax, OutputStream to);

  /**
   * Where a file comes from: those of one origin are had, or not, together. Two ways to write one
   * are the same.
   */
  default String origin(Attachment attachment) {
    return "";
  }

  /** What became of it. */
  sealed interface Fetched {}

  /**
   * All of it came.
   *
   * @param bytes how many
   */
  record Whole(long bytes) implements Fetched {}

  /**
   * It did not come, and may later.
   *
   * @param why a code, such as {@code http.503}; never anything that names a file or a person
   * @param after how long the far end asks us to wait
   */
  record Later(String why, Optional<Duration> after) implements Fetched {}

  /**
   * It will not come: it is not there, too large, or its address is not to be called.
   *
   * @param why a code, such as {@code http.404}
   */
  record Never(String why) implements Fetched {}
}
