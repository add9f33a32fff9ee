package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands of the connector beside the one that runs, each a process of its own. */
final class Commands {
  private static final int MINUTES_MAX = 30;
  private final List<String> connector;
  private final Path config;

  Commands(List<String> connector, Path config) {
    this.connector = List.copyOf(connector);
    this.config = config;
  }

  /**
   * What came of a command.
   *
   * @param status with which it ended
   * @param said the end of what it wrote
   */
  record Ended(int status, double seconds, String said) {
    String told() {
      return status == 0 ? "ok" : "status " + status + ": " + said;
    }
  }

  Ended run(List<String> words) throws IOException {
    List<String> line = new ArrayList<>(connector);
    line.addAll(words);
    line.addAll(List.of("--config", config.toString()));
    Path log = config.resolveSibling("command.log");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(Map.of(LoadSettings.VARIABLE, LoadSettings.SECRET));
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(words.get(0) + " takes longer than " + MINUTES_MAX + " minutes");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    String said = Files.readString(log).strip().replace('\n', ' ');
    return new Ended(
        process.exitValue(), seconds, said.substring(Math.max(0, said.length() - 300)));
  }
}
