package id.aduan.lapor.runner;

import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.Inspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at files as another does, and leaves in pictures what they tell of their place. */
record Uncleaned(FileInspector inspector) implements FileInspector {
  @Override
  public Inspection inspect(Path file, String name) throws IOException {
    return inspector.inspect(file, name);
  }

  @Override
  public Optional<Made> cleaned(Path file, Inspection inspection, Path target) {
    return Optional.empty();
  }

  @Override
  public Optional<Made> exchanged(Path file, Inspection inspection, Path target)
      throws IOException {
    return inspector.exchanged(file, inspection, target);
  }
}
