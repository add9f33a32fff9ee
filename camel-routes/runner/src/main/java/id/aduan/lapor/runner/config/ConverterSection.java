package id.aduan.lapor.runner.config;

import id.aduan.lapor.documents.convert.ConverterSettings;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code documents.converter}: which office converts documents, and within which limits. */
final class ConverterSection {
  private static final Duration DEADLINE_MIN = Duration.ofSeconds(5);
  private static final Duration DEADLINE_MAX = Duration.ofMinutes(10);
  private static final int MEBIBYTES_MIN = 256;
  private static final int MEBIBYTES_MAX = 16_384;
  private static final int MEBIBYTES = (int) (ConverterSettings.MEMORY_BYTES_MAX >> 20);
  private static final String OFFICE = "office";

  private ConverterSection() {}

  /** Reads it below the section {@code documents}, if there is one. */
  static ConverterConfig read(Optional<YamlMap> documents) {
    Optional<YamlMap> section = documents.flatMap(it -> it.optionalMap("converter"));
    section.ifPresent(it -> it.rejectUnknownKeys(OFFICE, "deadline", "memoryMebibytesMax"));
    Optional<YamlScalar> office = section.flatMap(it -> it.scalar(OFFICE));
    String said = office.map(YamlScalar::text).orElse("auto");
    boolean path = !said.equals("auto") && !said.equals("off");
    if (path && !said.startsWith("/")) {
      office.ifPresent(
          it ->
              it.problem("'" + OFFICE + "' is no absolute path", "auto, off or /usr/bin/soffice"));
    }
    return new ConverterConfig(
        !said.equals("off"),
        path && said.indexOf(0) < 0 ? Optional.of(Path.of(said)) : Optional.empty(),
        section
            .flatMap(it -> it.optionalDuration("deadline", DEADLINE_MIN, DEADLINE_MAX))
            .orElse(ConverterSettings.DEADLINE),
        section
            .flatMap(it -> it.optionalInt("memoryMebibytesMax", MEBIBYTES_MIN, MEBIBYTES_MAX))
            .orElse(MEBIBYTES));
  }
}
