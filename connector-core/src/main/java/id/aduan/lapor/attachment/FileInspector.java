package id.aduan.lapor.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks at files, and makes the copies that go out in their stead. The files are a stranger's:
 * bounded in time, memory and what is unpacked of them, and nothing in them is run or fetched. Safe
 * for use by many threads.
 */
public interface FileInspector {
  /**
   * Looks at a file; the same bytes and name give the same. What cannot be understood is a finding,
   * not a failure.
   *
   * @param name as its owner calls it: data
   * @throws IOException when the file itself cannot be read
   */
  Inspection inspect(Path file, String name) throws IOException;

  /**
   * Writes a copy without what a picture tells of its place and its owner.
   *
   * @param target where the copy goes; nothing is there before, and nothing is left there where
   *     this is empty
   * @return what made it; empty where the file holds nothing of the kind, or must not be touched,
   *     as a signed PDF
   * @throws IOException when a file cannot be read or written
   */
  Optional<Made> cleaned(Path file, Inspection inspection, Path target) throws IOException;

  /**
   * Writes a copy in an open format for exchange, where there is a converter and the file is of a
   * format that it reads.
   *
   * @param target as in {@link #cleaned}
   * @return what made it; empty where none is made
   * @throws IOException when a file cannot be read or written, or the converter is busy or made
   *     nothing of it within its limits, which may pass
   */
  Optional<Made> exchanged(Path file, Inspection inspection, Path target) throws IOException;

  /** Takes files as they are: their kind is not known, and no copy is made. */
  FileInspector NONE = new Unlooked();

  /**
   * A copy that was made.
   *
   * @param type its media type
   * @param by what made it, with its version
   */
  record Made(String type, String by) {}
}
