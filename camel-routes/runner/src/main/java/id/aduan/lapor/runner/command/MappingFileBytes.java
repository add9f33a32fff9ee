package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.MappingOrder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a mapping as it is written. */
final class MappingFileBytes {
  private MappingFileBytes() {}

  /**
   * At most {@link MappingOrder#BYTES_MAX} of them.
   *
   * @throws CommandFailure with 66 when it cannot be read, with 78 when it is longer
   */
  static byte[] read(Path mapping) {
    try (InputStream in = Files.newInputStream(mapping)) {
      byte[] bytes = in.readNBytes(MappingOrder.BYTES_MAX + 1);
      if (bytes.length > MappingOrder.BYTES_MAX) {
        throw new CommandFailure(
            Exit.CONFIGURATION,
            "mapping.too_long",
            "the mapping %s has more than %d bytes; nothing was changed"
                .formatted(mapping, MappingOrder.BYTES_MAX));
      }
      return bytes;
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.NO_INPUT,
          "mapping.unreadable",
          "the mapping %s cannot be read; name a file that is there".formatted(mapping));
    }
  }
}
