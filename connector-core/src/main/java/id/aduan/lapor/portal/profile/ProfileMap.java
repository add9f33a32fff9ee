package id.aduan.lapor.portal.profile;

import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The same map of a profile and of those that it extends, its own first: a value is taken from the
 * first that writes it, and a map is the sum of all. Not for use by several threads.
 */
record ProfileMap(List<YamlMap> layers) {
  private static final String NONE = "none";

  ProfileMap map(String key) {
    return new ProfileMap(layers.stream().flatMap(it -> it.optionalMap(key).stream()).toList());
  }

  boolean has(String key) {
    return layers.stream().anyMatch(it -> it.has(key));
  }

  void known(String... keys) {
    layers.forEach(layer -> layer.rejectUnknownKeys(keys));
  }

  Optional<YamlScalar> scalar(String key) {
    return first(key).flatMap(layer -> layer.scalar(key));
  }

  List<YamlScalar> scalars(String key) {
    return first(key).map(layer -> layer.scalars(key)).orElse(List.of());
  }

  /** Text that has to be there; the shipped ones hold all, so that only a stand-alone lacks it. */
  String text(String key) {
    require(key);
    return scalar(key).map(YamlScalar::text).orElse("");
  }

  String text(String key, Predicate<String> good, String wanted) {
    require(key);
    Optional<YamlScalar> written = scalar(key);
    written
        .filter(it -> !good.test(it.text()))
        .ifPresent(it -> it.problem("'" + key + "' must be " + wanted, ""));
    return written.map(YamlScalar::text).orElse("");
  }

  /** Text that {@code none} takes away. */
  Optional<YamlScalar> orNone(String key) {
    return scalar(key).filter(it -> !it.text().equals(NONE) && !it.text().isBlank());
  }

  boolean truth(String key, boolean usual) {
    return scalar(key).flatMap(YamlScalar::asBoolean).orElse(usual);
  }

  <E extends Enum<E>> E constant(String key, Class<E> type, E usual) {
    return scalar(key).flatMap(it -> it.asEnum(type)).orElse(usual);
  }

  Optional<ZoneId> zone(String key) {
    return scalar(key).flatMap(YamlScalar::asZoneId);
  }

  /** All keys with their values, a later layer's only where no earlier one writes the key. */
  Map<String, YamlScalar> entries() {
    Map<String, YamlScalar> all = new LinkedHashMap<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      YamlMap layer = layers.get(i);
      for (YamlScalar key : layer.keys()) {
        layer.scalar(key.text()).ifPresent(value -> all.put(key.text(), value));
      }
    }
    return all;
  }

  void require(String key) {
    if (!layers.isEmpty() && !has(key)) {
      layers.get(0).requireKeys(key);
    }
  }

  private Optional<YamlMap> first(String key) {
    return layers.stream().filter(it -> it.has(key)).findFirst();
  }
}
