package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a JVM by the JDK's own {@code jcmd}. */
final class Jcmd {
  private static final Pattern USED = Pattern.compile("(?:total\\s+\\d+K, )?used (\\d+)K");

  private Jcmd() {}

  /** Collects, and tells how many megabytes are in use then. */
  static double heapAfterCollection(long pid) throws IOException {
    String unused = run(pid, "GC.run");
    Matcher used = USED.matcher(run(pid, "GC.heap_info").replaceAll("(?s)Metaspace.*", ""));
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    if (kilobytes == 0) {
      throw new IOException("jcmd told of no heap");
    }
    return kilobytes / 1024.0;
  }

  private static String run(long pid, String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(List.of(jcmd, "" + pid, command)).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("jcmd " + command + " failed: " + told);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return told;
  }
}
