package id.aduan.lapor.deadline;

import static java.util.Objects.requireNonNull;

import id.aduan.lapor.deadline.ServiceLevel.Grade;
import id.aduan.lapor.deadline.ServiceLevel.Unit;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The limits that ship, and the one that every case has (CMP-04).
 *
 * <p>The file's keys: {@code version}; {@code default}, the id of the level of every case; and
 * {@code levels}, each with {@code id}, {@code limit}, {@code unit}, {@code source} and {@code
 * grade}.
 *
 * @param version the version of the data
 * @param standard the level of every case
 */
public record ServiceLevels(String version, ServiceLevel standard) {

  private static final int LIMIT_MAX = 366;

  /** The national limits. */
  public static ServiceLevels national() {
    Problems problems = new Problems();
    var yaml = YamlFile.resource(ServiceLevels.class, "service-levels.yaml", problems);
    return read(yaml, problems);
  }

  static ServiceLevels read(YamlMap file, Problems problems) {
    file.rejectUnknownKeys("version", "default", "levels");
    Map<String, ServiceLevel> levels = new LinkedHashMap<>();
    file.maps("levels").forEach(level -> add(level, levels));
    String version = file.requiredString("version");
    String standard = file.requiredString("default");
    file.scalar("default").ifPresent(id -> id.asOneOf(levels.keySet(), "level"));
    problems.throwIfAny();
    return new ServiceLevels(version, requireNonNull(levels.get(standard)));
  }

  private static void add(YamlMap level, Map<String, ServiceLevel> levels) {
    level.rejectUnknownKeys("id", "limit", "unit", "source", "grade");
    String id = level.requiredString("id");
    ServiceLevel read =
        new ServiceLevel(
            id,
            level.requiredInt("limit", 1, LIMIT_MAX),
            level.requiredEnum("unit", Unit.class),
            level.requiredString("source"),
            level.requiredEnum("grade", Grade.class));
    if (levels.putIfAbsent(id, read) != null) {
      level.problem("the level '" + id + "' is written twice", "");
    }
  }
}
