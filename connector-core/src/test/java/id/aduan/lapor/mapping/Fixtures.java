package id.aduan.lapor.mapping;

import id.aduan.lapor.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** The mapping files of the tests. */
final class Fixtures {

  /** Those that have an adapter. */
  static final Set<String> AGENCIES = Set.of("diskominfo", "inspektorat", "pupr", "dishub");

  private Fixtures() {}

  /** A file with every key of the language. */
  static Mapping rich() {
    return parse("rich.yaml", text("rich.yaml"));
  }

  static Mapping parse(String name, String yaml) {
    Problems problems = new Problems();
    Mapping mapping =
        Mapping.parse(name, yaml.getBytes(StandardCharsets.UTF_8), AGENCIES, problems);
    problems.throwIfAny();
    return mapping;
  }

  static String text(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
