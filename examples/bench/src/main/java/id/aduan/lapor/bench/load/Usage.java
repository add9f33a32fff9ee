package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the kernel has counted for a process; Linux only. */
public final class Usage {
  private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern NOW = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

  /** Fields of {@code /proc/PID/stat} after the name, which may hold blanks. */
  private static final int USER = 11;

  private Usage() {}

  /** Processor time of a process and of its children that have ended; 0 when it has gone. */
  public static double cpuSeconds(long pid) throws IOException {
    String stat;
    try {
      stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
    } catch (NoSuchFileException e) { // it ended between the list and this look
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int i = USER; i < USER + 4; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** The same with all its children. */
  public static double cpuSecondsOfAll(ProcessHandle process) throws IOException {
    double sum = cpuSeconds(process.pid());
    for (ProcessHandle child : process.descendants().toList()) {
      sum += cpuSeconds(child.pid());
    }
    return sum;
  }

  /** The most memory that it has held so far. */
  public static long peakMegabytes(long pid) throws IOException {
    return megabytes(pid, PEAK);
  }

  /** Its threads. */
  static long threads(long pid) throws IOException {
    return number(pid, THREADS);
  }

  /** What it has open: files, sockets and the like. */
  static long descriptors(long pid) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", "" + pid, "fd"))) {
      return open.count();
    }
  }

  /** The memory that it holds. */
  static long residentKilobytes(long pid) throws IOException {
    return number(pid, NOW);
  }

  /** The same in megabytes. */
  public static long residentMegabytes(long pid) throws IOException {
    return megabytes(pid, NOW);
  }

  private static long megabytes(long pid, Pattern line) throws IOException {
    return number(pid, line) / 1024;
  }

  private static long number(long pid, Pattern line) throws IOException {
    Matcher found = line.matcher(Files.readString(Path.of("/proc", "" + pid, "status")));
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
