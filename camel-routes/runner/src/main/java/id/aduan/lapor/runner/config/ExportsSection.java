package id.aduan.lapor.runner.config;

import id.aduan.lapor.portal.export.ExcelExport;
import id.aduan.lapor.portal.export.ExportSettings;
import id.aduan.lapor.portal.export.InstitutionNames;
import id.aduan.lapor.portal.profile.Words;
import id.aduan.lapor.sync.Exports;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys {@code portal.exports} and {@code portal.institutions}. */
final class ExportsSection {
  private static final Duration USUAL = Duration.ofMinutes(1);
  private static final Duration MIN = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofDays(1);
  private static final Pattern ID = Pattern.compile("\\d{1,15}");

  private ExportsSection() {}

  static Exports read(YamlMap portal, Path directory, Words words, List<Problem> notices) {
    Optional<YamlMap> exports = portal.optionalMap("exports");
    exports.ifPresent(it -> it.rejectUnknownKeys("folder", "every", "zone"));
    ZoneId zone = exports.flatMap(it -> it.optionalZoneId("zone")).orElse(ZoneOffset.UTC);
    ExportSettings settings = new ExportSettings(zone, words, institutions(portal));
    return new Exports(
        ExcelExport.opener(settings), exports.flatMap(it -> folder(it, directory, notices)));
  }

  private static Optional<Exports.Watched> folder(
      YamlMap exports, Path directory, List<Problem> notices) {
    Duration every = exports.optionalDuration("every", MIN, MAX).orElse(USUAL);
    Optional<Path> folder = PlacesSection.path(exports, "folder", directory);
    Optional<YamlScalar> place = exports.scalar("folder");
    if (folder.isPresent() && place.isPresent() && !Files.isDirectory(folder.get())) {
      notices.add(
          place
              .get()
              .note("there is no such folder yet", "make it; this account must write in it"));
    }
    return folder.map(it -> new Exports.Watched(it, every));
  }

  private static InstitutionNames institutions(YamlMap portal) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    portal
        .optionalMap("institutions")
        .ifPresent(
            map -> {
              for (YamlScalar id : map.keys()) {
                if (!ID.matcher(id.text()).matches()) {
                  id.problem(
                      id.excerpt() + " is not the number of an institution", "1 to 15 digits");
                }
                List<String> each =
                    map.scalars(id.text()).stream()
                        .flatMap(name -> name.asText().stream())
                        .toList();
                names.put(id.text(), each);
              }
            });
    return InstitutionNames.of(names);
  }
}
