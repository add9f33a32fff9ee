package id.aduan.lapor.adapter.soap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fetches an npm package for a test, once for a build folder. None of its scripts is run. */
final class NpmPackage {
  private static final int FETCH_SECONDS_MAX = 120;

  private NpmPackage() {}

  /** The {@code node_modules} with the package; without npm or a network the test is skipped. */
  static Path fetch(String name, String version) throws IOException, InterruptedException {
    assumeTrue(answers(List.of("npm", "--version")), "npm is not installed");
    Path folder = Path.of("target", "npm", name + "-" + version).toAbsolutePath();
    Path modules = folder.resolve("node_modules");
    if (!Files.exists(folder.resolve("done"))) {
      Files.createDirectories(folder);
      boolean fetched =
          answers(
              List.of(
                  "npm",
                  "install",
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--no-save",
                  "--prefix",
                  folder.toString(),
                  name + "@" + version));
      assumeTrue(fetched, "npm could not fetch " + name + " " + version);
      Files.createFile(folder.resolve("done"));
    }
    return modules;
  }

  /** Whether the command is there and ends well, within two minutes. */
  static boolean answers(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(FETCH_SECONDS_MAX, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }
}
