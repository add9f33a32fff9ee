package id.aduan.lapor.runner.config;

import id.aduan.lapor.documents.odf.OdfVersion;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code documents}: office documents, and the files of complaints. */
final class DocumentsSection {
  private static final String DOCUMENTS = "documents";
  private static final String VERSION = "odfVersion";
  private static final String CONVERTER = "converter";

  private DocumentsSection() {}

  /**
   * Reads it; without the section the defaults hold.
   *
   * @param directory where relative paths begin
   */
  static DocumentsConfig read(YamlMap configuration, Path directory) {
    Optional<YamlMap> section = configuration.optionalMap(DOCUMENTS);
    section.ifPresent(
        map ->
            map.rejectUnknownKeys(
                VERSION,
                AttachmentsSection.ATTACHMENTS,
                CONVERTER,
                LettersSection.LETTERS,
                RecapSection.REPORT));
    return new DocumentsConfig(
        section
            .flatMap(map -> map.scalar(VERSION))
            .flatMap(DocumentsSection::version)
            .orElse(OdfVersion.V1_2),
        AttachmentsSection.read(section, directory),
        LettersSection.read(section, directory),
        ConverterSection.read(section),
        RecapSection.read(section, directory));
  }

  private static Optional<OdfVersion> version(YamlScalar written) {
    Optional<OdfVersion> known = OdfVersion.of(written.text());
    if (known.isEmpty()) {
      written.problem(
          "'" + VERSION + "' is no version that is written",
          "one of: " + Stream.of(OdfVersion.values()).map(it -> '"' + it.text() + '"').toList());
    }
    return known;
  }
}
