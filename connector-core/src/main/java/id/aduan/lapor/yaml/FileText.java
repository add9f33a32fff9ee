package id.aduan.lapor.yaml;

import id.aduan.lapor.yaml.Source.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** From a file's bytes to text that a YAML parser may see, or to what is wrong with them. */
final class FileText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  static byte[] read(Path path, int bytesMax) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(bytesMax);
    }
  }

  static String reason(Path path, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not read it";
    }
    return Files.isDirectory(path)
        ? "it is a directory"
        : "the disk says " + e.getClass().getName();
  }

  static Optional<String> decode(byte[] bytes, Source source, int bytesMax) {
    if (bytes.length > bytesMax) {
      source.problem("the file is longer than " + bytesMax + " bytes", "");
      return Optional.empty();
    }
    CharBuffer text = CharBuffer.allocate(bytes.length);
    var result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      Position at = Position.of(text, text.length());
      source.problem(at, "the file is not UTF-8 text", "save it with the encoding UTF-8");
      return Optional.empty();
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return printable(text.toString().substring(marked ? 1 : 0), source);
  }

  /** Tells the first of them only: a file with one is seldom text at all. */
  private static Optional<String> printable(String text, Source source) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        String name = "U+%04X".formatted(c);
        source.problem(Position.of(text, i), "the character " + name + " is not allowed", "");
        return Optional.empty();
      }
      i += Character.charCount(c);
    }
    return Optional.of(text);
  }
}
