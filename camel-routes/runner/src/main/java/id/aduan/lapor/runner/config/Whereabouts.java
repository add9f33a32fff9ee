package id.aduan.lapor.runner.config;

import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.yaml.YamlMap;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What it takes to look into the store of a configuration.
 *
 * @param store without its secret; {@link ConfigFile#store} has that
 * @param deadlines by which dates are explained
 * @param names of the agencies by code, for people's eyes; what is not written is not there
 */
public record Whereabouts(StoreConfig store, Deadlines deadlines, Map<String, String> names) {
  public Whereabouts {
    names = Map.copyOf(names);
  }

  static Whereabouts read(YamlMap file, StoreConfig store, Deadlines deadlines) {
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
    return new Whereabouts(store, deadlines, names);
  }

  /** The zone that people read times in. */
  public ZoneId zone() {
    return deadlines.offices().standard().zone();
  }
}
