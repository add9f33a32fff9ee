package id.aduan.lapor.mapping;

import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlLimits;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles one mapping file, and finds all that is wrong with it. */
final class MappingFile {

  static final List<String> KEYS =
      List.of(
          "version",
          "zone",
          "default",
          "agencies",
          "institutions",
          "classifications",
          "channels",
          "regions",
          "categories",
          "rules");

  private static final YamlLimits LIMITS = YamlLimits.DEFAULT.withBytesMax(8 << 20);
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final String name;
  private final AgencyCodes codes;
  private final Catalogue catalogue;
  private final Findings findings;
  private byte[] content = {};

  MappingFile(String name, Collection<String> agencies, Catalogue catalogue, Findings findings) {
    this.name = name;
    this.codes = new AgencyCodes(agencies);
    this.catalogue = catalogue;
    this.findings = findings;
  }

  Mapping compile(Path path, Problems problems) {
    return compile(YamlFile.read(path, problems, LIMITS, System::getenv, read -> content = read));
  }

  Mapping compile(byte[] kept, Problems problems) {
    content = kept;
    return compile(YamlFile.parse(name, content, problems, LIMITS));
  }

  private Mapping compile(YamlMap file) {
    file.rejectUnknownKeys(KEYS.toArray(String[]::new));
    String version = file.requiredString("version");
    Terms terms =
        new TermReader(catalogue, findings).read(file, file.optionalZoneId("zone").orElse(ZONE));
    Map<String, YamlMap> agencies =
        file.optionalMap("agencies").map(this::declared).orElse(Map.of());
    Fallback fallback = fallback(file);
    CategoryReader categories = new CategoryReader(codes, catalogue, findings);
    InstitutionReader institutions = new InstitutionReader(codes, findings);
    institutions.read(file);
    agencies.forEach((code, agency) -> institutions.read(code, agency));
    categories.read(file);
    RuleReader rules = new RuleReader(codes, terms, categories, findings);
    List<RuleLine> ruled = rules.read(file);
    AgencyReader reader = new AgencyReader(codes, terms, categories, rules.priorities());
    Map<String, Agency> told = new LinkedHashMap<>();
    agencies.forEach((code, agency) -> told.put(code, reader.read(agency)));
    rules.requireSuperiors(Superiors.check(agencies));
    categories.noticeHidden(ruled);
    return new Mapping(
        new MappingText(name, content),
        new Compiled(
            version,
            fallback.target(),
            fallback.confirm(),
            terms,
            institutions.compile(),
            categories.compile(),
            ruled,
            told,
            codes.named(),
            findings.notices()));
  }

  private Map<String, YamlMap> declared(YamlMap section) {
    codes.declare(section.keys());
    Map<String, YamlMap> agencies = new LinkedHashMap<>();
    section.keys().forEach(key -> agencies.put(key.text(), section.requiredMap(key.text())));
    return agencies;
  }

  private Fallback fallback(YamlMap file) {
    file.requireKeys("default");
    if (!file.has("default") || file.isScalar("default")) {
      return new Fallback(target(file.scalar("default")), false);
    }
    YamlMap fallback = file.requiredMap("default");
    fallback.rejectUnknownKeys("agency", "confirm");
    fallback.requireKeys("agency");
    boolean confirm = fallback.optionalBoolean("confirm").orElse(false);
    return new Fallback(target(fallback.scalar("agency")), confirm);
  }

  private Target target(Optional<YamlScalar> code) {
    return code.map(it -> Target.of(codes.check(it), it.line())).orElse(Target.of("", 0));
  }

  private record Fallback(Target target, boolean confirm) {}
}
