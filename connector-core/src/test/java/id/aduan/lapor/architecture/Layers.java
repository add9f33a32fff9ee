package id.aduan.lapor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packages of this module and which of them may see which. A package that is not named here
 * fails the build until someone has given it a place.
 */
final class Layers {
  private static final String ROOT = "id.aduan.lapor";

  /** Where planted violations lie: one tree per rule, laid out like the real one. */
  private static final String FIXTURE_ROOT = "id.aduan.lapor.archfixtures.*";

  /** Each rank sees the ranks before it; packages of one rank do not see each other. */
  private static final List<Map<String, String>> RANKS =
      List.of(
          packages("complaint..", "failure..", "webhook..", "yaml..", "http.."),
          packages("store"),
          packages("audit..", "privacy.."),
          packages("json..", "attachment.."),
          packages("delivery.."),
          packages("wire"),
          packages("portal", "agency.."),
          packages("portal.profile"),
          packages("mapping..", "deadline.."),
          packages("notification..", "filing.."),
          packages("sync.."));

  private static final String FRONT_DOOR = "the front door";
  private static final String STORES = "the stores (store.*)";
  private static final String WIRES = "the portal's wires (portal.*)";

  private Layers() {}

  /** Dependencies point down the ranks; nobody here sees a store or a wire. */
  static ArchRule direction() {
    LayeredArchitecture rule =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (Map<String, String> rank : RANKS) {
      for (Map.Entry<String, String> layer : rank.entrySet()) {
        rule = rule.layer(layer.getKey()).definedBy(places("." + layer.getValue()));
      }
    }
    rule =
        rule.layer(FRONT_DOOR)
            .definedBy(places(""))
            .layer(STORES)
            .definedBy(places(".store.*.."))
            .layer(WIRES)
            .definedBy(places(".portal.*.."));
    return withSights(rule).as("dependencies point from the front door to the leaves");
  }

  private static LayeredArchitecture withSights(LayeredArchitecture layers) {
    LayeredArchitecture rule = layers;
    List<String> below = new ArrayList<>();
    for (Map<String, String> rank : RANKS) {
      for (String layer : rank.keySet()) {
        rule = sees(rule, layer, below);
      }
      if (rank.containsKey("portal")) {
        rule =
            sees(
                rule,
                WIRES,
                Stream.concat(below.stream(), Stream.of("portal", "portalprofile")).toList());
      }
      below.addAll(rank.keySet());
    }
    return sees(sees(rule, FRONT_DOOR, below), STORES, below);
  }

  private static LayeredArchitecture sees(
      LayeredArchitecture rule, String layer, List<String> others) {
    return others.isEmpty()
        ? rule.whereLayer(layer).mayNotAccessAnyLayer()
        : rule.whereLayer(layer).mayOnlyAccessLayers(others.toArray(String[]::new));
  }

  /** Every package has a place in the order. */
  static ArchRule everyPackageHasAPlace() {
    Stream<String> ranked =
        RANKS.stream().flatMap(rank -> rank.values().stream()).map(name -> "." + name);
    Stream<String> known = Stream.concat(Stream.of("", ".store.*..", ".portal.*.."), ranked);
    return classes()
        .should()
        .resideInAnyPackage(places(known.toArray(String[]::new)))
        .as("every package of the core has its place in the order of Layers");
  }

  /** Packages of this module, in the real tree and in a planted one. */
  static String[] places(String... suffixes) {
    return Stream.of(suffixes)
        .flatMap(suffix -> Stream.of(ROOT + suffix, FIXTURE_ROOT + suffix))
        .toArray(String[]::new);
  }

  private static Map<String, String> packages(String... patterns) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String pattern : patterns) {
      named.put(pattern.replace(".", ""), pattern);
    }
    return named;
  }
}
