package id.aduan.lapor.runner.config;

import id.aduan.lapor.documents.recap.RecapTemplate;
import id.aduan.lapor.documents.recap.UnusableTemplateException;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads {@code documents.report}: how recaps look. */
final class RecapSection {
  static final String REPORT = "report";
  private static final String TEMPLATE = "template";
  private static final String AUTHORITY = "authority";

  private RecapSection() {}

  /** Reads it, and the template with it; without the section the shipped one holds. */
  static RecapConfig read(Optional<YamlMap> documents, Path directory) {
    Optional<YamlMap> section = documents.flatMap(map -> map.optionalMap(REPORT));
    section.ifPresent(map -> map.rejectUnknownKeys(TEMPLATE, AUTHORITY));
    List<Problem> faults = new ArrayList<>();
    RecapTemplate template =
        section
            .flatMap(map -> map.scalar(TEMPLATE))
            .flatMap(written -> template(written, directory, faults))
            .orElseGet(RecapTemplate::shipped);
    return new RecapConfig(
        template, faults, section.flatMap(map -> map.optionalString(AUTHORITY)).orElse(""));
  }

  private static Optional<RecapTemplate> template(
      YamlScalar written, Path directory, List<Problem> faults) {
    try {
      return Optional.of(RecapTemplate.of(directory.resolve(written.text())));
    } catch (UnusableTemplateException e) {
      faults.add(
          written.note(
              "'" + TEMPLATE + "': " + Objects.requireNonNull(e.getMessage()),
              "a workbook made from the shipped one: see docs/guide/documents.md"));
      return Optional.empty();
    }
  }
}
