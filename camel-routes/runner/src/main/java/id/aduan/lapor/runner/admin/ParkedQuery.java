package id.aduan.lapor.runner.admin;

import id.aduan.lapor.delivery.ParkedFilter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A {@link ParkedFilter} as it stands behind the '?' of an address, and back. */
final class ParkedQuery {
  private static final Pattern PAIR = Pattern.compile("(agency|code|since|until)=([^=&]{1,256})");

  private ParkedQuery() {}

  /** Empty for a filter that everything passes, otherwise with the '?'. */
  static String of(ParkedFilter filter) {
    Map<String, String> values = new TreeMap<>();
    filter.target().ifPresent(it -> values.put("agency", it));
    filter.code().ifPresent(it -> values.put("code", it));
    filter.since().ifPresent(it -> values.put("since", it.toString()));
    filter.until().ifPresent(it -> values.put("until", it.toString()));
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  /**
   * Reads it back.
   *
   * @throws AdminRefusal for anything but the four filters, each at most once and well-formed
   */
  static ParkedFilter filter(String query) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      var written = PAIR.matcher(pair);
      if (!written.matches() || values.put(written.group(1), decoded(written.group(2))) != null) {
        throw new AdminRefusal(AdminError.BAD_FILTER);
      }
    }
    try {
      return new ParkedFilter(
          Optional.ofNullable(values.get("agency")),
          Optional.ofNullable(values.get("code")),
          Optional.ofNullable(values.get("since")).map(Instant::parse),
          Optional.ofNullable(values.get("until")).map(Instant::parse));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new AdminRefusal(AdminError.BAD_FILTER);
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_FILTER);
    }
  }
}
