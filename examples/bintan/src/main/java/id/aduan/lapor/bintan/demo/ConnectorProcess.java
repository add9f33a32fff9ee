package id.aduan.lapor.bintan.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code lapor run} as a process of its own beside the world. */
final class ConnectorProcess implements AutoCloseable {
  private static final String MAIN = "id.aduan.lapor.runner.LaporMain";
  private static final Duration START_MAX = Duration.ofSeconds(90);
  private static final Duration STOP_MAX = Duration.ofSeconds(30);
  private final Process process;
  private final Path log;

  private ConnectorProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it, with what it says appended to the log. */
  static ConnectorProcess start(Path configuration, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            "run",
            "--config",
            configuration.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ConnectorProcess(builder.start(), log);
  }

  /**
   * Waits until its port is open.
   *
   * @throws IOException when it ended instead; the message holds its last line
   */
  void awaitReady(int port) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (!isOpen(port)) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("the connector ended at its start: " + lastLine());
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("the connector was not ready within " + START_MAX);
      }
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private String lastLine() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
  }

  long pid() {
    return process.pid();
  }

  /** Ends it at once, whatever it is doing. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it the gentle way, and the other way if that takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
