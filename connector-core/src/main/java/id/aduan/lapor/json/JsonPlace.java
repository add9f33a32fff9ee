package id.aduan.lapor.json;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/** A place in a JSON document, by a JSON pointer such as {@code /data/id} (RFC 6901). Immutable. */
public final class JsonPlace {
  private final JsonPointer pointer;

  private JsonPlace(JsonPointer pointer) {
    this.pointer = pointer;
  }

  /** Reads a pointer; nothing for what is none. */
  public static Optional<JsonPlace> parse(String text) {
    try {
      return Optional.of(new JsonPlace(JsonPointer.compile(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // told by the caller, with its place
    }
  }

  JsonPointer pointer() {
    return pointer;
  }

  @Override
  public String toString() {
    return pointer.toString();
  }
}
