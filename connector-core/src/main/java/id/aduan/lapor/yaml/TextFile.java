package id.aduan.lapor.yaml;

import id.aduan.lapor.yaml.Source.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * A small text file of a person's, such as a template: UTF-8, bounded, without control characters;
 * its faults are noted with line and column. Not for use by several threads.
 */
public final class TextFile {
  private final Source source;
  private final String text;

  private TextFile(Source source, String text) {
    this.source = source;
    this.text = text;
  }

  /** Reads a file; one that cannot be read, or is no such text, is noted and reads as absent. */
  public static Optional<TextFile> read(Path path, int bytesMax, Problems problems) {
    Path directory = Objects.requireNonNullElse(path.getParent(), Path.of(""));
    Source source = new Source(path.toString(), directory, System::getenv, problems);
    try {
      return of(FileText.read(path, bytesMax + 1), source, bytesMax);
    } catch (IOException e) {
      source.problem("cannot read this file: " + FileText.reason(path, e), "");
      return Optional.empty();
    }
  }

  /** Reads a file that ships beside a class; it is ours, so its absence is a broken build. */
  public static Optional<TextFile> resource(
      Class<?> beside, String name, int bytesMax, Problems problems) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + beside.getName());
      }
      Source source = new Source(name, Path.of(""), System::getenv, problems);
      return of(in.readNBytes(bytesMax + 1), source, bytesMax);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static Optional<TextFile> of(byte[] bytes, Source source, int bytesMax) {
    return FileText.decode(bytes, source, bytesMax)
        .map(text -> new TextFile(source, text.replace("\r\n", "\n").replace('\r', '\n')));
  }

  /** All of it, its lines ended by one line feed each. */
  public String text() {
    return text;
  }

  /** Notes a fault at a character of {@link #text()}; the hint may be empty. */
  public void problem(int index, String message, String hint) {
    source.problem(Position.of(text, index), message, hint);
  }

  /** Notes a word that is none of the known ones, with the one that was probably meant. */
  public void unknown(int index, String what, String word, Collection<String> known) {
    problem(index, "unknown " + what + ": " + Excerpt.of(word), Closest.hint(word, known));
  }
}
