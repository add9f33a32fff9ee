package id.aduan.lapor.runner;

import id.aduan.lapor.documents.convert.Converter;
import id.aduan.lapor.documents.convert.ConverterSettings;
import id.aduan.lapor.documents.convert.OfficeConverter;
import id.aduan.lapor.runner.config.ConverterConfig;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the converter of documents that a configuration describes. */
public final class Converters {
  private Converters() {}

  /**
   * Finds the office and asks it who it is, which takes a second or two. Without one documents go
   * as they came.
   *
   * @param searchPath where programs lie, as in the variable {@code PATH}
   * @param work where temporary folders are made; swept by its owner
   */
  public static Converter open(ConverterConfig config, String searchPath, Path work) {
    if (!config.wanted()) {
      return Converter.ABSENT;
    }
    Optional<Path> office =
        config.office().isPresent() ? config.office() : OfficeConverter.find(searchPath);
    return office
        .map(
            it ->
                new ConverterSettings(
                    it,
                    work,
                    config.deadline(),
                    (long) config.memoryMebibytesMax() << 20,
                    ConverterSettings.RESULT_BYTES_MAX))
        .flatMap(OfficeConverter::open)
        .orElse(Converter.ABSENT);
  }
}
