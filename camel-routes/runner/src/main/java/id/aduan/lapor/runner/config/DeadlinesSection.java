package id.aduan.lapor.runner.config;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.RuleSettings;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys {@code deadlines} and {@code agencies.CODE.deadlines}: which clocks run on cases, and
 * how each office's time is counted.
 */
final class DeadlinesSection {
  private static final String RULES = "rules";
  private final Path directory;
  private final Problems problems;
  private final List<Problem> notices;

  private DeadlinesSection(Path directory, Problems problems, List<Problem> notices) {
    this.directory = directory;
    this.problems = problems;
    this.notices = notices;
  }

  /**
   * Reads both.
   *
   * @param steps at which parts of a limit somebody is warned
   * @param problems gets the faults of files that the sections name
   */
  static Deadlines read(
      YamlMap file, Path directory, WarningSteps steps, Problems problems, List<Problem> notices) {
    return new DeadlinesSection(directory, problems, notices).of(file, steps);
  }

  /** The region's zone alone, without what the section names besides. */
  static ZoneId zone(YamlMap file) {
    return file.optionalMap("deadlines")
        .flatMap(section -> section.optionalZoneId("zone"))
        .orElse(CalendarSettings.national().zone());
  }

  private Deadlines of(YamlMap file, WarningSteps steps) {
    CalendarSettings national = CalendarSettings.national();
    Optional<YamlMap> section = file.optionalMap("deadlines");
    section.ifPresent(
        it ->
            it.rejectUnknownKeys(
                Stream.concat(CalendarSettings.KEYS.stream(), Stream.of(RULES))
                    .toArray(String[]::new)));
    CalendarSettings region =
        section.map(it -> national.with(it, directory, problems, notices)).orElse(national);
    Offices offices =
        new Offices(
            region.office(AgencyKind.OTHER),
            file.optionalMap("agencies").map(it -> each(it, region)).orElse(Map.of()));
    RuleBook rules =
        section.map(it -> RuleSettings.read(it, directory, problems)).orElseGet(RuleBook::national);
    return new Deadlines(rules, offices, steps);
  }

  private Map<AgencyCode, Office> each(YamlMap agencies, CalendarSettings region) {
    Map<AgencyCode, Office> offices = new HashMap<>();
    for (YamlScalar key : agencies.keys()) {
      Optional<AgencyCode> code = AgenciesSection.code(key);
      Optional<YamlMap> agency = agencies.optionalMap(key.text());
      if (code.isPresent() && agency.isPresent()) {
        offices.put(code.get(), office(agency.get(), region));
      }
    }
    return offices;
  }

  private Office office(YamlMap agency, CalendarSettings region) {
    AgencyKind kind = agency.optionalEnum("kind", AgencyKind.class).orElse(AgencyKind.OTHER);
    Optional<YamlMap> own = agency.optionalMap("deadlines");
    own.ifPresent(it -> it.rejectUnknownKeys(CalendarSettings.KEYS.toArray(String[]::new)));
    return own.map(it -> region.with(it, directory, problems, notices)).orElse(region).office(kind);
  }
}
