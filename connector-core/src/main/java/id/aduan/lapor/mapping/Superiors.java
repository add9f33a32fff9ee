package id.aduan.lapor.mapping;

import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who stands above whom; nobody may stand above himself. */
final class Superiors {

  private Superiors() {}

  /** The agencies with a superior. Each circle is told once, where its first line is. */
  static Set<String> check(Map<String, YamlMap> agencies) {
    Map<String, YamlScalar> superiors = new HashMap<>();
    agencies.forEach(
        (code, agency) -> {
          if (agency.isScalar("superior")) {
            agency.scalar("superior").ifPresent(it -> superiors.put(code, it));
          }
        });
    Set<String> seen = new HashSet<>();
    agencies.keySet().forEach(code -> walk(code, superiors, seen));
    return superiors.keySet();
  }

  /** Each agency is passed once in all. */
  private static void walk(String start, Map<String, YamlScalar> superiors, Set<String> seen) {
    List<String> way = new ArrayList<>();
    Set<String> onWay = new HashSet<>();
    String code = start;
    YamlScalar superior = superiors.get(code);
    while (superior != null && seen.add(code)) {
      way.add(code);
      onWay.add(code);
      code = superior.text();
      superior = superiors.get(code);
    }
    if (superior != null && onWay.contains(code)) {
      List<String> circle = new ArrayList<>(way.subList(way.indexOf(code), way.size()));
      circle.add(code);
      superior.problem(
          "the superiors go in a circle: " + String.join(" > ", circle),
          "one of them must have a superior outside, or none");
    }
  }
}
