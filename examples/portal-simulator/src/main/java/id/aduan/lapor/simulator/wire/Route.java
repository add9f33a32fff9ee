package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.fault.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A method, a path with {@code {}} for one segment, and who answers.
 *
 * @param place how faults and the ledger call it
 */
record Route(Place place, String method, Pattern path, Endpoint endpoint) {
  static Route of(Place place, String method, String path, Endpoint endpoint) {
    return new Route(place, method, Pattern.compile(path.replace("{}", "([^/]+)")), endpoint);
  }

  Optional<Call> match(HttpServletRequest request) {
    Matcher matcher = path.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    if (!method.equals(request.getMethod()) || !matcher.matches()) {
      return Optional.empty();
    }
    List<String> groups =
        IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList();
    return Optional.of(new Call(request, groups));
  }
}
