package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedReport;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One address of the administration's API.
 *
 * @param path its segments; one in braces stands for a value
 * @param bodyBytesMax how much may be sent; 0 where nothing is
 */
record Endpoint(String method, List<String> path, int bodyBytesMax, Action action) {
  static final int USUAL_BYTES_MAX = 65_536;

  private static final byte[] NOTHING = new byte[0];

  Endpoint {
    path = List.copyOf(path);
  }

  /** What is done there: gives the answer, a record whose names are those of the JSON. */
  @FunctionalInterface
  interface Action {
    Object answer(Ask ask);
  }

  /**
   * What is asked.
   *
   * @param values in the address
   * @param query what stands behind '?', as it was sent; empty if nothing does
   * @param bytes what was sent; empty but for POST
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Ask(Map<String, String> values, String query, byte[] bytes) {
    Ask {
      values = Map.copyOf(values);
    }

    /**
     * The value of that name as a tracking id.
     *
     * @throws AdminRefusal when it is none
     */
    TrackingId trackingId(String name) {
      try {
        return new TrackingId(values.getOrDefault(name, ""));
      } catch (IllegalArgumentException e) {
        throw new AdminRefusal(AdminError.BAD_ID);
      }
    }

    /**
     * The value of that name as the id of something that waits.
     *
     * @throws AdminRefusal when it is none
     */
    String parkedId(String name) {
      String id = values.getOrDefault(name, "");
      if (!ParkedReport.ID.matcher(id).matches()) {
        throw new AdminRefusal(AdminError.BAD_PARKED_ID);
      }
      return id;
    }

    /**
     * What was sent, as a record: every field known and well-formed, those that are {@code
     * Optional} or a {@code boolean} may be missing.
     *
     * @throws AdminRefusal when it is not
     */
    <T> T body(Class<T> type) {
      return Json.readWhole(text(), type).orElseThrow(() -> new AdminRefusal(AdminError.BAD_BODY));
    }

    private String text() {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new AdminRefusal(AdminError.BAD_BODY);
      }
    }

    Ask withBody(byte[] sent) {
      return new Ask(values, query, sent);
    }
  }

  static Endpoint get(String path, Action action) {
    return new Endpoint("GET", segments(path), 0, action);
  }

  /** Something that is to be done; {@link Ask#body(Class)} says how. */
  static Endpoint post(String path, Action action) {
    return new Endpoint("POST", segments(path), USUAL_BYTES_MAX, action);
  }

  /** The same where more may be sent, which {@link Ask#bytes()} holds. */
  static Endpoint postBytes(String path, int bodyBytesMax, Action action) {
    return new Endpoint("POST", segments(path), bodyBytesMax, action);
  }

  boolean takesBody() {
    return method.equals("POST");
  }

  static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  /** The values of an address of this form; empty for another form. */
  Optional<Ask> match(List<String> segments, String query) {
    if (segments.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String part = path.get(i);
      if (part.startsWith("{")) {
        values.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Ask(values, query, NOTHING));
  }
}
