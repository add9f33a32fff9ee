package id.aduan.lapor.runner.config;

import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.filing.ReferenceForm;
import id.aduan.lapor.runner.answer.ReportReader;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Optional;

/** The key {@code portal.filing}: that, and how, reports of local systems are filed. */
final class FilingSection {
  private static final int TITLE_MAX = 10_000;
  private static final int CONTENT_MAX = 100_000;
  private static final int EXPLANATION_MAX = 500;

  private FilingSection() {}

  /**
   * Reads it.
   *
   * @param own the portal's number of the institution that files
   */
  static Optional<FilingSettings> read(YamlMap portal, Optional<String> own) {
    return portal.optionalMap("filing").map(it -> settings(it, own));
  }

  private static FilingSettings settings(YamlMap filing, Optional<String> own) {
    filing.rejectUnknownKeys(
        "reference",
        "titleCharactersMax",
        "contentCharactersMax",
        "filesMax",
        "fileBytesMax",
        "namesReporter",
        "explanation");
    FilingSettings usual = FilingSettings.DEFAULT;
    return new FilingSettings(
        reference(filing).orElse(usual.reference()),
        number(filing, "titleCharactersMax", FilingSettings.TITLE_CHARACTERS_MIN, TITLE_MAX)
            .orElse(usual.titleCharactersMax()),
        number(filing, "contentCharactersMax", FilingSettings.CONTENT_CHARACTERS_MIN, CONTENT_MAX)
            .orElse(usual.contentCharactersMax()),
        number(filing, "filesMax", 0, ReportReader.FILES_MAX).orElse(usual.filesMax()),
        number(filing, "fileBytesMax", 1, ReportReader.FILE_BYTES_MAX).orElse(usual.fileBytesMax()),
        filing.optionalBoolean("namesReporter").orElse(usual.namesReporter()),
        own,
        explanation(filing).orElse(usual.explanation()),
        usual.clockSkewMax());
  }

  private static Optional<Integer> number(YamlMap filing, String key, int min, int max) {
    return filing.optionalInt(key, min, max);
  }

  private static Optional<ReferenceForm> reference(YamlMap filing) {
    return filing.scalar("reference").flatMap(FilingSection::form);
  }

  private static Optional<ReferenceForm> form(YamlScalar written) {
    try {
      return Optional.of(new ReferenceForm(written.text()));
    } catch (IllegalArgumentException e) {
      written.problem(
          String.valueOf(e.getMessage()), "such as \"" + ReferenceForm.SEEN.text() + "\"");
      return Optional.empty();
    }
  }

  private static Optional<String> explanation(YamlMap filing) {
    Optional<YamlScalar> written = filing.scalar("explanation");
    written
        .filter(it -> it.text().isBlank() || it.text().length() > EXPLANATION_MAX)
        .ifPresent(
            it -> it.problem("'explanation' is a text of 1 to 500 characters", "a sentence"));
    return written.map(YamlScalar::text);
  }
}
