package id.aduan.lapor.runner.command;

import id.aduan.lapor.mapping.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the mapping to begin with. */
@Command(
    name = "starter",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Prints a mapping to begin with: all topics and categories of the portal",
      "to the usual agencies of a regency. Needs no configuration."
    })
final class MappingStarterCommand implements Callable<Integer> {
  private static final String RESOURCE = "starter-mapping.yaml";
  private final Surroundings surroundings;

  MappingStarterCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (InputStream in = Mapping.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE + " in this build");
      }
      surroundings
          .terminal()
          .out()
          .println(new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
    } catch (IOException e) {
      throw new UncheckedIOException("the starter mapping cannot be read", e);
    }
    return Exit.OK.code();
  }
}
