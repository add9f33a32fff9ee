package id.aduan.lapor.runner.npm;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packages that {@code src/test/npm/package-lock.json} pins, fetched once into {@code
 * target/npm}; their own scripts are not run. Where node or npm is missing, or nothing can be
 * fetched, the test that asks is skipped and says why.
 */
public final class Npm {
  private static final Path SOURCE = Path.of("src/test/npm");
  private static final Path HOME = Path.of("target/npm");
  private static final Path FETCHED = HOME.resolve("fetched");
  private static final long SECONDS_MAX = 120;

  private Npm() {}

  /** A file of a package. */
  public static String file(String packageAndPath) {
    fetch();
    try {
      return Files.readString(HOME.resolve("node_modules").resolve(packageAndPath));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a script of {@code src/test/npm} prints, given this input. */
  public static String run(String script, String input) {
    fetch();
    Output output = process(input, "node", script);
    if (output.code() != 0) {
      throw new IllegalStateException(
          script + " ended with " + output.code() + ": " + output.err());
    }
    return output.out();
  }

  private static synchronized void fetch() {
    try {
      Files.createDirectories(HOME);
      try (Stream<Path> files = Files.list(SOURCE)) {
        for (Path file : files.toList()) {
          Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      String wanted = Files.readString(SOURCE.resolve("package-lock.json"));
      if (Files.exists(FETCHED) && Files.readString(FETCHED).equals(wanted)) {
        return;
      }
      Output output =
          process("", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress");
      if (output.code() != 0) {
        abort("npm could not fetch the packages of " + SOURCE + ": " + output.err());
      }
      Files.writeString(FETCHED, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Output(int code, String out, String err) {}

  private static Output process(String input, String... command) {
    try {
      Path out = Files.createTempFile(HOME, "out", ".txt");
      Path err = Files.createTempFile(HOME, "err", ".txt");
      Path in = Files.writeString(Files.createTempFile(HOME, "in", ".txt"), input);
      try {
        Process process = start(List.of(command), in, out, err);
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return new Output(-1, "", "not done after " + SECONDS_MAX + " s");
        }
        return new Output(process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        for (Path file : List.of(out, err, in)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process start(List<String> command, Path in, Path out, Path err) {
    try {
      return new ProcessBuilder(new ArrayList<>(command))
          .directory(HOME.toFile())
          .redirectInput(in.toFile())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException e) {
      return abort(command.get(0) + " is not installed: " + e.getMessage());
    }
  }
}
