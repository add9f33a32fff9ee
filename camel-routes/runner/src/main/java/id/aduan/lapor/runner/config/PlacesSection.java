package id.aduan.lapor.runner.config;

import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The keys {@code store} and {@code privacy}: where things lie on the disk. */
final class PlacesSection {
  private static final String STORE = "data/lapor.db";

  private PlacesSection() {}

  static Path store(YamlMap file, Path directory) {
    return file.optionalMap("store")
        .flatMap(
            store -> {
              store.rejectUnknownKeys("path");
              return path(store, "path", directory);
            })
        .orElseGet(() -> directory.resolve(STORE));
  }

  /** Beside the store unless they are put elsewhere. */
  static Path keys(YamlMap file, Path directory) {
    return file.optionalMap("privacy")
        .flatMap(
            privacy -> {
              privacy.rejectUnknownKeys("keys");
              return path(privacy, "keys", directory);
            })
        .orElseGet(() -> JdbcStore.keysBeside(store(file, directory)));
  }

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
