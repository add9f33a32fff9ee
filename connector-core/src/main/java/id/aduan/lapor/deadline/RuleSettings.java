package id.aduan.lapor.deadline;

import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the setting {@code rules}: names of files that ship, and paths of the operator's own, which
 * end in {@code .yaml} or {@code .yml}; later ones may replace clocks of earlier ones.
 */
public final class RuleSettings {
  private static final int FILES_MAX = 20;

  private RuleSettings() {}

  /**
   * The rules that the section names, or the national ones.
   *
   * @param section the one that may hold the key {@code rules}
   * @param directory what a relative path is relative to
   * @param problems where the faults of the section and of each file are noted
   */
  public static RuleBook read(YamlMap section, Path directory, Problems problems) {
    if (!section.has("rules")) {
      return RuleBook.national();
    }
    List<YamlScalar> names = section.scalars("rules");
    if (names.isEmpty()) {
      section.problem(
          "'rules' names no file: no clock would run",
          "remove the line for " + String.join(", ", RuleBook.NATIONAL));
    }
    if (names.size() > FILES_MAX) {
      section.problem("'rules' may name at most " + FILES_MAX + " files", "");
      return RuleBook.national();
    }
    List<YamlMap> files = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlScalar name : names) {
      if (seen.add(name.text())) {
        file(name, directory, problems).ifPresent(files::add);
      } else {
        name.problem(name.excerpt() + " stands twice in 'rules'", "");
      }
    }
    return RuleBook.read(files);
  }

  private static Optional<YamlMap> file(YamlScalar name, Path directory, Problems problems) {
    if (!name.text().endsWith(".yaml") && !name.text().endsWith(".yml")) {
      return name.asOneOf(RuleBook.SHIPPED, "name of rules")
          .map(shipped -> RuleBook.shippedFile(shipped, problems));
    }
    return name.asText().flatMap(path -> own(name, path, directory, problems));
  }

  private static Optional<YamlMap> own(
      YamlScalar name, String path, Path directory, Problems problems) {
    try {
      return Optional.of(YamlFile.read(directory.resolve(path), problems));
    } catch (InvalidPathException e) {
      name.problem(name.excerpt() + " is not a path", "");
      return Optional.empty();
    }
  }
}
