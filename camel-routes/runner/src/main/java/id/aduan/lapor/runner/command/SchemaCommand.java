package id.aduan.lapor.runner.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a JSON Schema that ships, for editors and other programs. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description =
        "Prints the JSON Schema (2020-12) of lapor.yaml, of the mapping file, of a local report, or of"
            + " the portal's webhook.")
final class SchemaCommand implements Callable<Integer> {
  private static final Map<String, String> RESOURCES =
      new TreeMap<>(
          Map.of(
              "config", "/id/aduan/lapor/runner/config/lapor.schema.json",
              "mapping", "/id/aduan/lapor/runner/config/mapping.schema.json",
              "report", "/id/aduan/lapor/runner/answer/local-report.schema.json",
              "webhook", "/id/aduan/lapor/portal/v3/webhook.schema.json"));

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "config|mapping|report|webhook",
      arity = "0..1",
      defaultValue = "config",
      description = "Which one (default: ${DEFAULT-VALUE}).")
  private String which = "config";

  SchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String resource = RESOURCES.get(which);
    try (InputStream in =
        resource == null ? null : SchemaCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new CommandFailure(
            Exit.USAGE,
            "usage",
            "there is no such schema in this version; see 'lapor schema --help'");
      }
      surroundings
          .terminal()
          .out()
          .println(new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
    } catch (IOException e) {
      throw new UncheckedIOException("a schema that ships cannot be read", e);
    }
    return Exit.OK.code();
  }
}
