package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.runner.answer.DeadlineFilter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of deadlines as it stands behind the '?' of an address, and back. */
final class DeadlineQuery {
  private static final Pattern PAIR =
      Pattern.compile("(agency)=([a-z0-9-]{1,32})|(moved|all)=(true)");
  private static final Pattern LANGUAGE = Pattern.compile("(?:lang=(id|en))?");

  private DeadlineQuery() {}

  /** Empty for a filter that everything passes, otherwise with the '?'. */
  static String of(DeadlineFilter filter) {
    StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");
    filter.agency().ifPresent(agency -> pairs.add("agency=" + agency));
    if (filter.moved()) {
      pairs.add("moved=true");
    }
    if (filter.all()) {
      pairs.add("all=true");
    }
    return pairs.toString();
  }

  /**
   * Reads it back.
   *
   * @throws AdminRefusal for anything but the three filters, each at most once and well-formed
   */
  static DeadlineFilter filter(String query) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      Matcher written = PAIR.matcher(pair);
      if (!written.matches()) {
        throw new AdminRefusal(AdminError.BAD_DEADLINE_FILTER);
      }
      int at = written.group(1) == null ? 3 : 1;
      if (values.put(written.group(at), written.group(at + 1)) != null) {
        throw new AdminRefusal(AdminError.BAD_DEADLINE_FILTER);
      }
    }
    try {
      return new DeadlineFilter(
          Optional.ofNullable(values.get("agency")).map(AgencyCode::new),
          values.containsKey("moved"),
          values.containsKey("all"));
    } catch (IllegalArgumentException e) {
      throw new AdminRefusal(AdminError.BAD_DEADLINE_FILTER);
    }
  }

  static String of(Language language) {
    return "?lang=" + language.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads it back; Bahasa Indonesia if nothing is said.
   *
   * @throws AdminRefusal for anything else
   */
  static Language language(String query) {
    Matcher written = LANGUAGE.matcher(query);
    if (!written.matches()) {
      throw new AdminRefusal(AdminError.BAD_LANGUAGE);
    }
    return "en".equals(written.group(1)) ? Language.EN : Language.ID;
  }
}
