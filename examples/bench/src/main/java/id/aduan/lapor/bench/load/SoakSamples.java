package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Reads what a connector holds, every ten seconds, and what costs more to read every minute. */
final class SoakSamples {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int TICKS_OF_A_MINUTE = 6;
  private static final double MEGABYTE = 1e6;

  private final Growth resident = new Growth("resident memory, MB", 10);
  private final Growth threads = new Growth("threads", 2);
  private final Growth descriptors = new Growth("open files and sockets", 8);
  private final Growth temporary = new Growth("temporary files, MB", 45);
  private final Growth waitingFiles = new Growth("files on their way to an agency", 10);
  private final Growth heap = new Growth("heap after a collection, MB", 4);
  private final Growth late = new Growth("acknowledgement p99, ms", 5);
  private final Growth storeBytes = new Growth("store, bytes per event of the last minute", 0);
  private final Growth fileBytes =
      new Growth("files kept, % of the different ones that were sent on", 8);

  private final Arena arena;
  private final Path files;
  private final Path temporaryFiles;
  private Histogram earlier = new Histogram(3);
  private long earlierBytes;
  private long earlierEvents;

  SoakSamples(Arena arena) {
    this.arena = arena;
    this.files = arena.config().resolveSibling("files");
    this.temporaryFiles = arena.config().resolveSibling("tmp");
  }

  List<Growth> all() {
    return List.of(
        resident, heap, threads, descriptors, temporary, waitingFiles, late, storeBytes, fileBytes);
  }

  /** Reads from one moment of the traffic until another. */
  void readFrom(Duration begin, Duration end) throws IOException {
    arena.pauseUntilDue(begin);
    earlier = arena.acknowledgements();
    earlierBytes = arena.store().bytes();
    earlierEvents = arena.counts().acknowledged();
    int tick = 0;
    for (Duration at = begin.plus(EVERY); at.compareTo(end) <= 0; at = at.plus(EVERY)) {
      arena.pauseUntilDue(at);
      double hours = at.toMillis() / 3.6e6;
      tick++;
      often(hours);
      if (tick % TICKS_OF_A_MINUTE == 0) {
        seldom(hours);
      }
    }
  }

  private void often(double hours) throws IOException {
    long pid = arena.connector().pid();
    resident.add(hours, Usage.residentKilobytes(pid) / 1024.0);
    threads.add(hours, (double) Usage.threads(pid));
    descriptors.add(hours, (double) Usage.descriptors(pid));
    temporary.add(
        hours, (Disk.bytes(temporaryFiles) + Disk.bytes(files.resolve("tmp"))) / MEGABYTE);
    waitingFiles.add(hours, arena.enclosures().counts().missing());
  }

  private void seldom(double hours) throws IOException {
    Histogram now = arena.acknowledgements();
    Histogram minute = now.copy();
    minute.subtract(earlier);
    earlier = now;
    late.add(hours, minute.getValueAtPercentile(99) / 1e3);
    long bytes = arena.store().bytes();
    long events = arena.counts().acknowledged();
    storeBytes.add(hours, (double) (bytes - earlierBytes) / Math.max(1, events - earlierEvents));
    earlierBytes = bytes;
    earlierEvents = events;
    Enclosures.Counts counts = arena.enclosures().counts();
    fileBytes.add(hours, 100.0 * Disk.bytes(files) / Math.max(1, counts.bytes()));
    heap.add(hours, Jcmd.heapAfterCollection(arena.connector().pid()));
  }
}
