package id.aduan.lapor.bench.load;

import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Which complaints come with a file, which of them were acknowledged, and which files their agency
 * has. Every other file is a photo, the rest are PDFs, of 1 to 20 MB: small ones are more frequent
 * than large ones. Safe for use by many threads.
 */
final class Enclosures {
  static final Enclosures NONE = new Enclosures(0, 1, 0);

  private static final double BYTES_MIN = 1e6;
  private static final double BYTES_MAX = 20e6;
  private final int onePerComplaints;
  private final int differentMax;
  private final long seed;
  private final BitSet acknowledged = new BitSet();
  private final BitSet arrived = new BitSet();
  private final BitSet handled = new BitSet();
  private long handledBytes;
  private int repeated;

  /**
   * Decides by a seed.
   *
   * @param onePerComplaints one of so many complaints has a file; 0: none has
   * @param differentMax so many different files, at least 1
   */
  Enclosures(int onePerComplaints, int differentMax, long seed) {
    this.onePerComplaints = onePerComplaints;
    this.differentMax = differentMax;
    this.seed = seed;
  }

  private boolean has(int complaint) {
    return onePerComplaints > 0 && complaint % onePerComplaints == 0;
  }

  private int file(int complaint) {
    return new SplittableRandom(seed + complaint).nextInt(differentMax);
  }

  /** The name of a file, which tells the kind. */
  static String name(int file) {
    return "bukti-" + file + (isPhoto(file) ? ".jpg" : ".pdf");
  }

  static boolean isPhoto(int file) {
    return file % 2 == 0;
  }

  /** How large a file is. */
  int bytes(int file) {
    double chance = new SplittableRandom(~seed + file).nextDouble();
    return (int) (BYTES_MIN * Math.pow(BYTES_MAX / BYTES_MIN, chance));
  }

  /** What stands of it in the portal's message; nothing where there is none. */
  String json(int complaint) {
    return has(complaint)
        ? String.format(
            Locale.ROOT,
            ",\"attachments\":[{\"url\":\"/berkas/%s\",\"file_name\":\"%s\"}]",
            name(file(complaint)),
            name(file(complaint)))
        : "";
  }

  /** The portal was told that the complaint is kept, and its file is to come. */
  synchronized void acknowledged(int complaint) {
    if (has(complaint)) {
      acknowledged.set(complaint);
    }
  }

  /** The agency of the complaint has its file as a whole. */
  synchronized void arrived(int complaint) {
    repeated += arrived.get(complaint) ? 1 : 0;
    arrived.set(complaint);
    int file = file(complaint);
    if (!handled.get(file)) {
      handled.set(file);
      handledBytes += (isPhoto(file) ? 2L : 1L) * bytes(file); // a photo goes out as a copy
    }
  }

  /**
   * What was counted.
   *
   * @param promised files of complaints that were acknowledged
   * @param missing those of them that no agency has
   * @param repeated deliveries of what was there already
   * @param bytes of the different files that have arrived, with their copies
   */
  record Counts(int promised, int missing, int repeated, long bytes) {}

  synchronized Counts counts() {
    BitSet missing = (BitSet) acknowledged.clone();
    missing.andNot(arrived);
    return new Counts(acknowledged.cardinality(), missing.cardinality(), repeated, handledBytes);
  }
}
