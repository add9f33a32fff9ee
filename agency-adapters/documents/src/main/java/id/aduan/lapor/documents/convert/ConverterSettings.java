package id.aduan.lapor.documents.convert;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How an office is run.
 *
 * @param office the program
 * @param work where its temporary folders are made
 * @param deadline for one document, and for waiting until the one before is done
 * @param memoryBytesMax address space of the process
 * @param resultBytesMax the largest file that it may write
 */
public record ConverterSettings(
    Path office, Path work, Duration deadline, long memoryBytesMax, long resultBytesMax) {
  /** A minute. */
  public static final Duration DEADLINE = Duration.ofSeconds(60);

  /** 1 GiB. */
  public static final long MEMORY_BYTES_MAX = 1L << 30;

  /** 256 MiB. */
  public static final long RESULT_BYTES_MAX = 256L << 20;

  /** The default limits. */
  public static ConverterSettings of(Path office, Path work) {
    return new ConverterSettings(office, work, DEADLINE, MEMORY_BYTES_MAX, RESULT_BYTES_MAX);
  }
}
