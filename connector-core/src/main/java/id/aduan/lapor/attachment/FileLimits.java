package id.aduan.lapor.attachment;

/**
 * How much of the files of complaints is taken over; what is more is refused, and told.
 *
 * @param filesMax of one case
 * @param fileBytesMax of one file
 * @param caseBytesMax of all files of one case
 */
public record FileLimits(int filesMax, long fileBytesMax, long caseBytesMax) {
  private static final long MEGABYTE = 1_000_000;

  /** 100 files of a case, 50 MB each, 500 MB in all. */
  public static final FileLimits DEFAULT = new FileLimits(100, 50 * MEGABYTE, 500 * MEGABYTE);

  /** More files of one case are in nobody's interest. */
  public static final int FILES_MAX = 1000;

  public FileLimits {
    if (filesMax < 1 || filesMax > FILES_MAX || fileBytesMax < 1 || caseBytesMax < fileBytesMax) {
      throw new IllegalArgumentException(
          "limits of files are 1 to %d files, at least 1 byte each and no less for a case: %d, %d, %d"
              .formatted(FILES_MAX, filesMax, fileBytesMax, caseBytesMax));
    }
  }
}
