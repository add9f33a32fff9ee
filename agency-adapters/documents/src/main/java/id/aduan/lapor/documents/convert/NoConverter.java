package id.aduan.lapor.documents.convert;

import id.aduan.lapor.attachment.FileInspector.Made;
import java.nio.file.Path;
import java.util.Optional;

/** For a machine without an office. */
final class NoConverter implements Converter {
  @Override
  public boolean reads(String type) {
    return OpenFormat.of(type).isPresent();
  }

  @Override
  public boolean there() {
    return false;
  }

  @Override
  public boolean seesOnlyTheDocument() {
    return true;
  }

  @Override
  public String describe() {
    return "no office here: documents go as they came";
  }

  @Override
  public Optional<Made> convert(Path file, String type, Path target) {
    return Optional.empty();
  }
}
