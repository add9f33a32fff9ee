package id.aduan.lapor.yaml;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** What every value of one file shares: where it came from, and where its faults go. */
record Source(
    String file,
    Path directory,
    Function<String, @Nullable String> environment,
    Problems problems) {

  void problem(String message, String hint) {
    problems.add(new Problem(file, 0, 0, message, hint));
  }

  void problem(Position at, String message, String hint) {
    problems.add(new Problem(file, at.line(), at.column(), message, hint));
  }

  /** A place in the file, both from 1. */
  record Position(int line, int column) {

    static final Position START = new Position(1, 1);

    static Position of(Optional<Mark> mark) {
      return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(START);
    }

    /** The place of the character at {@code index} of {@code text}. */
    static Position of(CharSequence text, int index) {
      int line = 1;
      int lineStart = 0;
      for (int i = 0; i < index; i++) {
        if (text.charAt(i) == '\n') {
          line++;
          lineStart = i + 1;
        }
      }
      return new Position(line, Character.codePointCount(text, lineStart, index) + 1);
    }
  }
}
