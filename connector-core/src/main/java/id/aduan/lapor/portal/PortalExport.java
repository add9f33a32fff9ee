package id.aduan.lapor.portal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file in which the portal tells its complaints, as an administrator downloads it ("Laporan
 * Ringkas", portal-wire 4). Opened, it has been read and checked as a whole, so that nothing is
 * taken from a broken one. Not safe for use by many threads.
 */
public interface PortalExport extends AutoCloseable {

  /** Opens exports. Safe for use by many threads. */
  @FunctionalInterface
  interface Opener {
    /**
     * Reads and checks a whole file.
     *
     * @throws UnusableExportException when it is none, or not as a whole
     */
    PortalExport open(Path file);
  }

  /** The day on which the portal made it, if it still says so. */
  Optional<LocalDate> generatedOn();

  /** How many rows tell of a complaint, the unreadable ones among them. */
  int rows();

  /**
   * Reads row by row, from the first one on; may be called again.
   *
   * @throws UnusableExportException when the file is not any more what it was when it was opened
   */
  void read(Consumer<Row> each);

  @Override
  void close();

  /** A row below the header. */
  sealed interface Row {
    /** As a person sees it in the file: the first one is 1. */
    int number();
  }

  /**
   * A row that tells of a complaint.
   *
   * @param whole all its columns with their names, to tell whether it has changed
   * @param rest what the state does not hold of it, by the names of its columns, as JSON; those
   *     that nobody here knows are among them
   * @param unnamed whether it names an institution whose id nobody knows
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Told(int number, PortalState state, byte[] whole, byte[] rest, boolean unnamed)
      implements Row {}

  /**
   * A row that cannot be used.
   *
   * @param column the known name of the column at fault
   * @param what is wrong with it; never the value
   */
  record Bad(int number, String column, String what) implements Row {}
}
