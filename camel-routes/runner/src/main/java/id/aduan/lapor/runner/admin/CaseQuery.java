package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.CaseQueue.Filter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link Filter} as it stands behind the '?' of an address, and back. */
final class CaseQuery {
  private static final Pattern PAIR =
      Pattern.compile("(kind|agency)=([a-z][a-z0-9-]{0,31})|(skip)=([0-9]{1,5})");

  private CaseQuery() {}

  /** Empty for a filter that everything passes, otherwise with the '?'. */
  static String of(Filter filter) {
    StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");
    filter.kind().ifPresent(kind -> pairs.add("kind=" + kind.name().toLowerCase(Locale.ROOT)));
    filter.agency().ifPresent(agency -> pairs.add("agency=" + agency));
    if (filter.skip() > 0) {
      pairs.add("skip=" + filter.skip());
    }
    return pairs.toString();
  }

  /**
   * Reads it back.
   *
   * @throws AdminRefusal for anything but the three, each at most once and well-formed
   */
  static Filter filter(String query) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      Matcher written = PAIR.matcher(pair);
      if (!written.matches()) {
        throw new AdminRefusal(AdminError.BAD_CASE_FILTER);
      }
      int at = written.group(1) == null ? 3 : 1;
      if (values.put(written.group(at), written.group(at + 1)) != null) {
        throw new AdminRefusal(AdminError.BAD_CASE_FILTER);
      }
    }
    try {
      return new Filter(
          Optional.ofNullable(values.get("kind"))
              .map(kind -> CaseQueue.Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
          Optional.ofNullable(values.get("agency")).map(AgencyCode::new),
          Integer.parseInt(values.getOrDefault("skip", "0")),
          CaseQueue.ITEMS_MAX);
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_CASE_FILTER);
    }
  }
}
