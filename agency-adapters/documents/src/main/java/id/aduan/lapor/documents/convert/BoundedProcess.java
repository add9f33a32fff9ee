package id.aduan.lapor.documents.convert;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that ends by itself or is ended, with every process that it started. */
final class BoundedProcess {
  private static final int SAID_BYTES_MAX = 4096;

  private BoundedProcess() {}

  /** Runs it and says whether it ended well in time. What it prints is thrown away. */
  static boolean run(List<String> command, Path folder, Duration deadline) throws IOException {
    ProcessBuilder builder = builder(command, folder).redirectOutput(Redirect.DISCARD);
    Process process = builder.start();
    try {
      return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)
          && process.exitValue() == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while a document was converted; it is tried again", stopped);
    } finally {
      end(process);
    }
  }

  /** The first line that a program prints; empty where it fails. */
  static String said(List<String> command, Path folder, Path output, Duration deadline)
      throws IOException {
    Process process = builder(command, folder).redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)
          || process.exitValue() != 0) {
        return "";
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while a program was asked for its version", stopped);
    } finally {
      end(process);
    }
    try (InputStream in = Files.newInputStream(output)) {
      String text = new String(in.readNBytes(SAID_BYTES_MAX), StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("").strip();
    }
  }

  /** Its folder is its home, and it inherits no setting: no proxy, no credentials, no display. */
  private static ProcessBuilder builder(List<String> command, Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("SAL_USE_VCLPLUGIN", "svp");
    return builder
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectError(Redirect.DISCARD);
  }

  /** Ends a process and its children; those are asked for first, for they lose their parent. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
