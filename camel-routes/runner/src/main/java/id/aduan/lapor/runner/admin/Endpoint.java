package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.TrackingId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One address of the administration's API.
 *
 * @param path its segments; one in braces stands for a value
 */
record Endpoint(String method, List<String> path, Action action) {
  Endpoint {
    path = List.copyOf(path);
  }

  /** What is done there: gives the answer, a record whose names are those of the JSON. */
  @FunctionalInterface
  interface Action {
    Object answer(Ask ask);
  }

  /** The values in an address. */
  record Ask(Map<String, String> values) {
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
  }

  static Endpoint get(String path, Action action) {
    return new Endpoint("GET", segments(path), action);
  }

  static Endpoint post(String path, Action action) {
    return new Endpoint("POST", segments(path), action);
  }

  static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  /** The values of an address of this form; empty for another form. */
  Optional<Ask> match(List<String> segments) {
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
    return Optional.of(new Ask(values));
  }
}
