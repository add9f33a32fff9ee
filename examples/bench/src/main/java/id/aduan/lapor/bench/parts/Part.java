package id.aduan.lapor.bench.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.bench.load.Cores;
import id.aduan.lapor.bench.load.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One part, in a JVM of its own with the connector's options, where the connector would run. */
final class Part implements AutoCloseable {
  private static final int STOP_SECONDS_MAX = 30;
  private final Process process;
  private final BufferedReader out;

  Part(Cores cores, Class<?> main, String... arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dslf4j.internal.verbosity=ERROR",
                "-XX:+UseSerialGC", // this and the next as ./lapor run has them
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    line.addAll(List.of(arguments));
    process =
        new ProcessBuilder(cores.measured(line))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    out = process.inputReader(UTF_8);
  }

  /** The next line that it prints. */
  String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("a part of the baseline failed, see above");
    }
    return line;
  }

  /** Processor time until now. */
  double cpuSeconds() throws IOException {
    return Usage.cpuSeconds(process.pid());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
