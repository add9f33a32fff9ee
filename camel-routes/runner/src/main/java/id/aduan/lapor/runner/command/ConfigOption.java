package id.aduan.lapor.runner.command;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config}: the same file everywhere. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "lapor.yaml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("lapor.yaml");

  /**
   * The file, which is there and can be read.
   *
   * @throws CommandFailure otherwise, with 66 or 77
   */
  Path file() {
    if (!Files.isRegularFile(file)) {
      String what = Files.isDirectory(file) ? "is a directory" : "does not exist";
      throw new CommandFailure(
          Exit.NO_INPUT,
          "config.missing",
          "the configuration " + file + " " + what + "; name the file by --config FILE");
    }
    if (!Files.isReadable(file)) {
      throw new CommandFailure(
          Exit.PERMISSION,
          "config.unreadable",
          "this user may not read the configuration " + file + "; give it the right to");
    }
    return file;
  }
}
