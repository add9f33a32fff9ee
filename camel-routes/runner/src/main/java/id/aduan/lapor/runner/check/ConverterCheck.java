package id.aduan.lapor.runner.check;

import id.aduan.lapor.documents.convert.Converter;
import id.aduan.lapor.runner.Converters;
import id.aduan.lapor.runner.check.CheckReport.FarEnd;
import id.aduan.lapor.runner.check.CheckReport.Step;
import id.aduan.lapor.runner.config.ConverterConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells which office converts documents here, and what holds it. */
public final class ConverterCheck {
  private ConverterCheck() {}

  /**
   * Looks for it. None is well where none is named, for documents then go as they came (ODF-11).
   *
   * @param work for temporary files
   */
  public static FarEnd of(
      ConverterConfig config, String searchPath, Path work, InstantSource time) {
    Instant begin = time.instant();
    Converter converter = Converters.open(config, searchPath, work);
    boolean ok = converter.there() || config.office().isEmpty();
    return new FarEnd(
        "converter",
        "here",
        ok,
        Duration.between(begin, time.instant()).toMillis(),
        List.of(new Step("office", ok, converter.describe())));
  }
}
