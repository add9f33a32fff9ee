package id.aduan.lapor.documents.convert;

import id.aduan.lapor.attachment.FileInspector.Made;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes copies of office documents in an open format (ODF-11). Safe for use by many threads. */
public interface Converter {
  /** Where there is none. */
  Converter ABSENT = new NoConverter();

  /** Whether documents of this media type are converted, where there is a converter. */
  boolean reads(String type);

  /** Whether there is one here. */
  boolean there();

  /**
   * Whether what it runs can read no file of this machine but the document and its own program.
   * Where it cannot be held so, it is given no document that may name another file.
   */
  boolean seesOnlyTheDocument();

  /** What it is and how it is held, in one line for a person. */
  String describe();

  /**
   * Converts a document.
   *
   * @param target where the copy goes; nothing is there before, and nothing is left there where
   *     this is empty
   * @return what made it; empty where the office makes nothing of it within its limits
   * @throws IOException when a file cannot be read or written, or the converter stays busy
   */
  Optional<Made> convert(Path file, String type, Path target) throws IOException;
}
