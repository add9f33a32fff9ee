package id.aduan.lapor.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/** Names what is wrong with a JSON text by a stable code, which quotes nothing of it. */
public final class JsonFaults {
  private JsonFaults() {}

  /** The code of a failure that a strict, bounded reader of ours ended with. */
  public static String code(IOException failure) {
    if (failure instanceof CharacterCodingException) {
      return "json.encoding";
    }
    if (failure instanceof StreamConstraintsException limit) {
      String text = limit.getOriginalMessage().toLowerCase(Locale.ROOT);
      if (text.contains("depth")) {
        return "json.depth";
      }
      return text.contains("number") ? "json.number" : "json.length";
    }
    String text = failure instanceof JsonParseException parse ? parse.getOriginalMessage() : "";
    if (text.startsWith("Duplicate field")) {
      return "json.duplicate_key";
    }
    return text.startsWith("Non-standard token") ? "json.number" : "json.syntax";
  }
}
