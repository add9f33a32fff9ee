package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code lapor run} as a process of its own, which may be killed and started again. */
public final class LaporProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("lapor: ready on (\\S+) in ([\\d.]+) s.*");
  private static final int STOP_SECONDS_MAX = 60;

  private final List<String> command;
  private final Path log;
  private volatile Process process;
  private volatile double readySeconds;
  private final Map<String, String> environment;
  private double earlierCpuSeconds;
  private long earlierPeakMegabytes;

  /**
   * Starts it and waits until it is ready.
   *
   * @param command what starts the program; {@code run --config FILE} is added
   */
  public LaporProcess(List<String> command, Path config) throws IOException {
    this(command, config, Map.of());
  }

  /**
   * The same.
   *
   * @param environment in addition to this process's own
   */
  LaporProcess(List<String> command, Path config, Map<String, String> environment)
      throws IOException {
    this.environment = Map.copyOf(environment);
    this.command = new ArrayList<>(command);
    this.command.addAll(List.of("run", "--config", config.toString()));
    this.log = config.resolveSibling("connector.log");
    this.process = start();
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    builder.environment().put(LoadSettings.VARIABLE, LoadSettings.SECRET);
    Process started = builder.start();
    BufferedReader out = started.inputReader(UTF_8);
    Matcher ready = READY.matcher(String.valueOf(out.readLine()));
    if (!ready.matches()) {
      started.destroyForcibly();
      throw new IOException("the connector did not start: " + Files.readString(log));
    }
    readySeconds = Double.parseDouble(ready.group(2));
    return started;
  }

  /** Ends it as a power cut of this process alone would ({@code kill -9}). */
  public synchronized void kill() throws IOException {
    earlierCpuSeconds = cpuSeconds();
    earlierPeakMegabytes = peakMegabytes();
    try {
      if (!process.destroyForcibly().waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IOException("the connector could not be killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it again and waits until it is ready. */
  public synchronized void startAgain() throws IOException {
    process = start();
  }

  /** From the start of its JVM, as it said itself when it last started. */
  public double readySeconds() {
    return readySeconds;
  }

  long pid() {
    return process.pid();
  }

  /** What it and the JVM wrote to the standard error. */
  Path log() {
    return log;
  }

  /** Of all that were started, until now. */
  public synchronized double cpuSeconds() throws IOException {
    return earlierCpuSeconds + (process.isAlive() ? Usage.cpuSeconds(process.pid()) : 0);
  }

  /** The most that any of them held. */
  public synchronized long peakMegabytes() throws IOException {
    long now = process.isAlive() ? Usage.peakMegabytes(process.pid()) : 0;
    return Math.max(earlierPeakMegabytes, now);
  }

  public long residentMegabytes() throws IOException {
    return Usage.residentMegabytes(process.pid());
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
