package id.aduan.lapor.runner.config;

import id.aduan.lapor.sync.DeliverMode;
import id.aduan.lapor.yaml.YamlMap;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the mapping is and when complaints go out by it: {@code mapping: mapping.yaml}, or {@code
 * mapping: {file: mapping.yaml, deliver: after_confirmation}}.
 *
 * @param file empty where it is missing or no path, which is told already
 */
record MappingSection(Optional<Path> file, DeliverMode deliver) {
  private static final String MAPPING = "mapping";
  private static final String FILE = "file";
  private static final String DELIVER = "deliver";

  static MappingSection read(YamlMap configuration, Path directory) {
    configuration.requireKeys(MAPPING);
    if (!configuration.has(MAPPING) || configuration.isScalar(MAPPING)) {
      return new MappingSection(
          PlacesSection.path(configuration, MAPPING, directory), DeliverMode.AUTOMATIC);
    }
    Optional<YamlMap> section = configuration.optionalMap(MAPPING);
    section.ifPresent(
        map -> {
          map.rejectUnknownKeys(FILE, DELIVER);
          map.requireKeys(FILE);
        });
    return new MappingSection(
        section.flatMap(map -> PlacesSection.path(map, FILE, directory)),
        section
            .flatMap(map -> map.optionalEnum(DELIVER, DeliverMode.class))
            .orElse(DeliverMode.AUTOMATIC));
  }
}
