package id.aduan.lapor.yaml;

import id.aduan.lapor.yaml.Source.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Opens a YAML 1.2 file whose top level is keys and values.
 *
 * <p>UTF-8, with or without a byte order mark; one document; no tags; bounded by {@link
 * YamlLimits}. A file that cannot be read or parsed is noted as a {@link Problem} and reads as a
 * map whose keys nobody misses. A grammar fault hides what stands behind it; every other fault is
 * found in one pass.
 */
public final class YamlFile {

  private YamlFile() {}

  /** Reads with {@link YamlLimits#DEFAULT} and the process's environment. */
  public static YamlMap read(Path path, Problems problems) {
    return read(path, problems, YamlLimits.DEFAULT, System::getenv);
  }

  /** Reads with these limits, looking up {@code ${env:NAME}} in this environment. */
  public static YamlMap read(
      Path path,
      Problems problems,
      YamlLimits limits,
      Function<String, @Nullable String> environment) {
    return read(path, problems, limits, environment, bytes -> {});
  }

  /**
   * As {@link #read(Path, Problems, YamlLimits, Function)}, for a caller who keeps what was read.
   *
   * @param kept given the bytes of the file, where it can be read; at most one more than allowed
   */
  public static YamlMap read(
      Path path,
      Problems problems,
      YamlLimits limits,
      Function<String, @Nullable String> environment,
      Consumer<byte[]> kept) {
    Path directory = Objects.requireNonNullElse(path.getParent(), Path.of(""));
    Source source = new Source(path.toString(), directory, environment, problems);
    try {
      byte[] bytes = FileText.read(path, limits.bytesMax() + 1);
      kept.accept(bytes);
      return map(bytes, source, limits);
    } catch (IOException e) {
      source.problem("cannot read this file: " + FileText.reason(path, e), "");
      return new YamlMap(Entries.missing(source));
    }
  }

  /** Reads bytes that are not a file of their own, such as a resource; {@code name} is shown. */
  public static YamlMap parse(String name, byte[] yaml, Problems problems) {
    return parse(name, yaml, problems, YamlLimits.DEFAULT);
  }

  /** As {@link #parse(String, byte[], Problems)}, with these limits. */
  public static YamlMap parse(String name, byte[] yaml, Problems problems, YamlLimits limits) {
    return map(yaml, new Source(name, Path.of(""), System::getenv, problems), limits);
  }

  /** Reads a file that ships beside a class; it is ours, so its absence is a broken build. */
  public static YamlMap resource(Class<?> beside, String name, Problems problems) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + beside.getName());
      }
      return parse(name, in.readNBytes(YamlLimits.DEFAULT.bytesMax() + 1), problems);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static YamlMap map(byte[] bytes, Source source, YamlLimits limits) {
    return new YamlMap(
        FileText.decode(bytes, source, limits.bytesMax())
            .flatMap(text -> entries(text, source, limits))
            .orElseGet(() -> Entries.missing(source)));
  }

  private static Optional<Entries> entries(String text, Source source, YamlLimits limits) {
    return Syntax.compose(text, source, limits)
        .flatMap(
            root -> {
              Position at = Position.of(root.getStartMark());
              if (root instanceof MappingNode mapping) {
                return Optional.of(Entries.of(source, at, mapping));
              }
              source.problem(at, "the file must hold keys and values, such as 'version: 1'", "");
              return Optional.empty();
            });
  }
}
