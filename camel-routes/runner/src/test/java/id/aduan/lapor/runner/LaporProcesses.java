package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as processes of their own, on the class path of the tests. */
public final class LaporProcesses implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile(
          "lapor: ready on (http://127\\.0\\.0\\.1:\\d+) in \\d+\\.\\d s, 1 agency, .*");
  private final Path folder;
  private final List<Process> processes = new ArrayList<>();

  /** What each says on standard error is kept in the folder. */
  public LaporProcesses(Path folder) {
    this.folder = folder;
  }

  /** Starts one, with the environment of {@link SampleConfig}; its log is JSON. */
  public Process start(String name, String... args) throws IOException {
    return startBy(List.of(), name, args);
  }

  /**
   * The same by another program.
   *
   * @param by its command line, to which ours is added
   */
  public Process startBy(List<String> by, String name, String... args) throws IOException {
    return start(by, List.of(), name, args);
  }

  /**
   * The same with more options.
   *
   * @param options of the JVM
   */
  public Process startWith(List<String> options, String name, String... args) throws IOException {
    return start(List.of(), options, name, args);
  }

  private Process start(List<String> by, List<String> options, String name, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djdk.serialFilter=!*"));
    command.addAll(options);
    command.addAll(SharedClasses.options());
    command.add(LaporMain.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().putAll(SampleConfig.ENVIRONMENT);
    builder.environment().put("LAPOR_LOG", "json");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** Whether their classes come from jars alone, as those of an installed program do. */
  public static boolean runFromJars() {
    return SharedClasses.options().size() > 2;
  }

  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Where it listens, once it says so. */
  static URI readyAt(BufferedReader out) throws IOException {
    Matcher ready = READY.matcher(String.valueOf(out.readLine()));
    assertThat(ready.matches()).isTrue();
    return URI.create(ready.group(1));
  }

  public static URI readyAt(Process process) throws IOException {
    return readyAt(process.inputReader(UTF_8));
  }

  /** What it said on standard error. */
  public String said(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".err"));
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
