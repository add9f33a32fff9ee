package id.aduan.lapor.runner.config;

import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.yaml.YamlMap;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What it takes to look into the store of a configuration.
 *
 * @param store without its secret; {@link ConfigFile#store} has that
 * @param zone that people read times in
 * @param counting reads the rules and calendars when somebody asks for them
 * @param names of the agencies by code, for people's eyes; what is not written is not there
 */
public record Whereabouts(
    StoreConfig store, ZoneId zone, Supplier<Deadlines> counting, Map<String, String> names) {
  public Whereabouts {
    names = Map.copyOf(names);
  }

  static Whereabouts read(YamlMap file, StoreConfig store, Supplier<Deadlines> counting) {
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
    return new Whereabouts(store, DeadlinesSection.zone(file), counting, names);
  }

  /**
   * By which dates are counted and explained.
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault where the rules or calendars have faults; who
   *     does not ask for them is not kept from looking by that
   */
  public Deadlines deadlines() {
    return counting.get();
  }
}
