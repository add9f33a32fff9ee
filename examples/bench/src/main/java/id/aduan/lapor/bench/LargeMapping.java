package id.aduan.lapor.bench;

import id.aduan.lapor.mapping.Mapping;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A mapping file as large as a whole province's, and the process that compiles it. */
final class LargeMapping {
  private static final int RULES = 200;
  private static final String PEAK = "VmHWM:";

  private LargeMapping() {}

  /** Compiles the file that is named, and prints what it took. */
  public static void main(String[] args) throws IOException {
    long begin = System.nanoTime();
    Mapping mapping = Mapping.load(Path.of(args[0]));
    double seconds = (System.nanoTime() - begin) / 1e9;
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith(PEAK))
            .map(line -> line.replaceAll("\\D", ""))
            .findFirst()
            .orElse("0");
    System.out.printf(
        Locale.ROOT,
        "%.1f s (%.1f s of processor time with the start of the JVM), %d MB resident%n",
        seconds,
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3,
        Long.parseLong(peak) / 1024);
    if (mapping.agencies().isEmpty()) { // never so: what nobody reads is not compiled
      throw new IllegalStateException("no mapping was compiled");
    }
  }

  /** Each agency with words for statuses, an institution, and its categories. */
  static void write(Path file, int agencies, int categories) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("version: \"1\"\ndefault: a0\nagencies:\n");
      for (int i = 0; i < agencies; i++) {
        out.write(agency(i));
      }
      out.write("rules:\n");
      for (int i = 0; i < RULES; i++) {
        out.write(
            "  - {name: r%d, when: {words: [kata%d, kata lain %d], anonymous: true}, to: a%d}\n"
                .formatted(i, i, i, i % agencies));
      }
      out.write("categories:\n");
      for (int i = 0; i < agencies; i++) {
        out.write("  - agency: a%d\n    ids:\n".formatted(i));
        for (int j = 0; j < categories; j++) {
          out.write("      - %d\n".formatted(100_000 + i * categories + j));
        }
      }
    }
  }

  private static String agency(int i) {
    return """
      a%d:
        name: Dinas %d
        institutions: [{id: %d, name: Dinas %d, from: 2024-01-01}]
        statuses:
          from: {BARU: received, PROSES: in_progress, SELESAI: done, TUTUP: unknown}
          to: {in_progress: PROSES, closed: SELESAI, otherwise: TUTUP}
    """
        .formatted(i, i, 50_000 + i, i);
  }

  /** What a process of its own with this heap says of the file. */
  static String compile(Path file, int heapMegabytes) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeMapping.class.getName(),
                file.toString()));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("the mapping was not compiled: " + said);
    }
    return said;
  }
}
