package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.ParkedReport;
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

  /**
   * What is asked.
   *
   * @param values in the address
   * @param query what stands behind '?', as it was sent; empty if nothing does
   */
  record Ask(Map<String, String> values, String query) {
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
  }

  static Endpoint get(String path, Action action) {
    return new Endpoint("GET", segments(path), action);
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
    return Optional.of(new Ask(values, query));
  }
}
