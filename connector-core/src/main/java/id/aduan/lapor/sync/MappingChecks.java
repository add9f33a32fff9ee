package id.aduan.lapor.sync;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.yaml.Problem;
import java.util.Optional;

/** What a mapping must not be to count, though it compiles. */
final class MappingChecks {
  private static final int VERSION_CHARACTERS_MAX = 100;

  private MappingChecks() {}

  /** A version stands for one content for ever, since cases are explained by it. */
  static Optional<Problem> otherContent(Mapping mapping, Applied known) {
    return known.digest().equals(mapping.text().digest())
        ? Optional.empty()
        : Optional.of(
            new Problem(
                mapping.text().file(),
                0,
                0,
                "version '%s' was applied at %s with another content (sha256 %.12s, here %.12s)"
                    .formatted(
                        known.version(),
                        known.appliedAt(),
                        known.digest(),
                        mapping.text().digest()),
                "change 'version:' with the file, then 'lapor mapping apply'"));
  }

  /** A version is named on every decision. */
  static Optional<Problem> tooLong(Mapping mapping) {
    return mapping.version().length() <= VERSION_CHARACTERS_MAX
        ? Optional.empty()
        : Optional.of(
            new Problem(
                mapping.text().file(),
                0,
                0,
                "the version has more than " + VERSION_CHARACTERS_MAX + " characters",
                "a date, such as \"2026-12-01\", is enough"));
  }
}
