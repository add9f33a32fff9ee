package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.YamlMap;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What it takes to look into the store of a configuration.
 *
 * @param names of the agencies by code, for people's eyes; what is not written is not there
 */
public record Whereabouts(Path store, Path keys, ZoneId zone, Map<String, String> names) {
  public Whereabouts {
    names = Map.copyOf(names);
  }

  static Whereabouts read(YamlMap file, Path directory) {
    Map<String, String> names = new LinkedHashMap<>();
    file.optionalMap("agencies")
        .ifPresent(
            agencies ->
                agencies
                    .keys()
                    .forEach(
                        code ->
                            agencies
                                .optionalMap(code.text())
                                .flatMap(agency -> agency.optionalString("name"))
                                .ifPresent(name -> names.put(code.text(), name))));
    return new Whereabouts(
        PlacesSection.store(file, directory),
        PlacesSection.keys(file, directory),
        DeadlinesSection.read(file).zone(),
        names);
  }
}
