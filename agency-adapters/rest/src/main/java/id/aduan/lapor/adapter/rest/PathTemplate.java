package id.aduan.lapor.adapter.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with query, in which {@code {name}} stands for a value that is encoded when put in. */
record PathTemplate(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /**
   * @throws IllegalArgumentException for what is no path; the message fits behind the setting's
   *     name
   */
  PathTemplate {
    if (!text.startsWith("/") || text.startsWith("//")) {
      throw new IllegalArgumentException("must begin with one '/'");
    }
    if (!isPath(PLACE.matcher(text).replaceAll("x"))) {
      throw new IllegalArgumentException("is not a path, such as /tickets?ref={reference}");
    }
  }

  private static PathTemplate of(String text, Set<String> required, Set<String> optional) {
    PathTemplate path = new PathTemplate(text);
    Set<String> written = new TreeSet<>();
    PLACE.matcher(text).results().forEach(place -> written.add(place.group(1)));
    for (String name : required) {
      if (!written.remove(name)) {
        throw new IllegalArgumentException("must have {" + name + "} in it");
      }
    }
    written.removeAll(optional);
    if (!written.isEmpty()) {
      throw new IllegalArgumentException("has an unknown {" + written.iterator().next() + "}");
    }
    return path;
  }

  static PathTemplate ofCreate(String text) {
    return of(text, Set.of(), Set.of());
  }

  static PathTemplate ofUpdate(String text) {
    return of(text, Set.of(), Set.of("ticket", "reference"));
  }

  static PathTemplate ofAttach(String text) {
    return of(text, Set.of("ticket"), Set.of("reference", "name"));
  }

  static PathTemplate ofUpload(String text) {
    return of(text, Set.of(), Set.of("ticket", "reference", "name"));
  }

  /** Of the call that names an upload, which may say in its body where. */
  static PathTemplate ofUploaded(String text) {
    return of(text, Set.of(), Set.of("ticket", "reference", "name", "upload"));
  }

  static PathTemplate ofFiles(String text) {
    return of(text, Set.of("ticket"), Set.of("reference"));
  }

  static PathTemplate ofFind(String text) {
    return of(text, Set.of("reference"), Set.of());
  }

  static PathTemplate ofChanges(String text) {
    return of(text, Set.of("cursor"), Set.of("limit"));
  }

  private static boolean isPath(String text) {
    try {
      URI uri = new URI(text);
      boolean climbs = text.contains("/../") || !uri.normalize().equals(uri);
      return uri.getRawFragment() == null && !climbs;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The path with these values; each place must have one. */
  String with(Map<String, String> values) {
    return PLACE.matcher(text).replaceAll(place -> encoded(place, values));
  }

  private static String encoded(MatchResult place, Map<String, String> values) {
    String value = values.getOrDefault(place.group(1), "");
    String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return Matcher.quoteReplacement(form.replace("+", "%20").replace("*", "%2A"));
  }
}
