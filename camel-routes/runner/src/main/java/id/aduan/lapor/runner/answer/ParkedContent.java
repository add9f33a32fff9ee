package id.aduan.lapor.runner.answer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is kept of something that waits, as it is: it names people.
 *
 * @param encoding {@code utf-8} where it is text, otherwise {@code base64}
 */
public record ParkedContent(String id, String encoding, String content) {
  public static ParkedContent of(String id, byte[] bytes) {
    Text text = Text.of(bytes);
    return new ParkedContent(id, text.encoding(), text.content());
  }

  /** Bytes as JSON can hold them. */
  record Text(String encoding, String content) {
    static Text of(byte[] bytes) {
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new Text("utf-8", text);
      } catch (CharacterCodingException e) {
        return new Text("base64", Base64.getEncoder().encodeToString(bytes));
      }
    }
  }
}
