package id.aduan.lapor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code lapor run} as a process of its own, on a new store, with one agency. */
final class ConnectorUnderTest implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("lapor: ready on (\\S+) in ([\\d.]+) s, .*");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final int STOP_SECONDS_MAX = 30;
  private final Process process;
  private final URI address;
  private final double readySeconds;

  private ConnectorUnderTest(Process process, URI address, double readySeconds) {
    this.process = process;
    this.address = address;
    this.readySeconds = readySeconds;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param command what starts the program; {@code run --config FILE} is added
   * @param folder for its configuration, store and log; must be empty
   * @param environment in addition to this process's own
   */
  static ConnectorUnderTest start(
      List<String> command, Path folder, URI agency, Map<String, String> environment)
      throws IOException {
    Path config = Settings.write(folder, agency);
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of("run", "--config", config.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(folder.resolve("connector.log").toFile());
    builder.environment().putAll(environment);
    builder.environment().put(Settings.VARIABLE, Settings.SECRET);
    Process process = builder.start();
    BufferedReader out = process.inputReader(UTF_8);
    String first = String.valueOf(out.readLine());
    Matcher ready = READY.matcher(first);
    if (!ready.matches()) {
      process.destroyForcibly();
      throw new IOException(
          "the connector did not start: " + Files.readString(folder.resolve("connector.log")));
    }
    return new ConnectorUnderTest(
        process, URI.create(ready.group(1)), Double.parseDouble(ready.group(2)));
  }

  URI webhooks() {
    return address.resolve("/webhooks/portal");
  }

  /** From the start of its JVM, as it says itself. */
  double readySeconds() {
    return readySeconds;
  }

  /** What it holds in memory now. Linux only. */
  long residentMegabytes() throws IOException {
    Matcher resident =
        RESIDENT.matcher(Files.readString(Path.of("/proc", "" + process.pid(), "status")));
    return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0;
  }

  @Override
  public void close() {
    process.toHandle().destroy();
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
