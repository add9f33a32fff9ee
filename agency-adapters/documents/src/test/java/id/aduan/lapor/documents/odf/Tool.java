package id.aduan.lapor.documents.odf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of others, run to its end. */
final class Tool {
  private Tool() {}

  /** What a program said and how it ended. */
  record Said(int exit, String text) {}

  static boolean isThere(String name) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(it -> Files.isExecutable(Path.of(it, name)));
  }

  static Said run(Duration longest, Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile(directory, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(command.get(0) + " did not end within " + longest);
    }
    String text = Files.readString(said, StandardCharsets.UTF_8);
    Files.delete(said);
    return new Said(process.exitValue(), text);
  }
}
