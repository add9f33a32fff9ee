package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where things lie on the disk. */
final class PlacesSection {
  private PlacesSection() {}

  /** A path, relative to the configuration's folder. */
  static Optional<Path> path(YamlMap map, String key, Path directory) {
    return map.scalar(key).flatMap(value -> path(value, directory));
  }

  private static Optional<Path> path(YamlScalar value, Path directory) {
    return value
        .asText()
        .flatMap(
            text -> {
              try {
                return Optional.of(directory.resolve(text));
              } catch (InvalidPathException e) {
                value.problem(value.excerpt() + " is not a path", "");
                return Optional.empty();
              }
            });
  }
}
