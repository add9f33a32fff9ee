package id.aduan.lapor.portal.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.aduan.lapor.json.Expression;
import id.aduan.lapor.json.ExpressionFailure;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a value stands in the portal's JSON: JSON pointers or {@code jsonata:} expressions, tried
 * in order until one leads to something. The portal's numbers may be texts, and its nothing may be
 * the word "null". An expression that fails, or takes longer than a second, leads to nothing.
 *
 * <p>Immutable, safe for use by many threads.
 */
public final class Field {
  private static final String JSONATA = "jsonata:";
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final int ALTERNATIVES_MAX = 10;
  private final List<Way> ways;

  /** Leads to nothing. */
  public static final Field NOWHERE = new Field(List.of());

  private sealed interface Way {}

  private record Pointed(JsonPointer pointer) implements Way {}

  private record Computed(Expression expression) implements Way {}

  private Field(List<Way> ways) {
    this.ways = List.copyOf(ways);
  }

  /** A field by one pointer, for values that are not the profile's. */
  public static Field at(String pointer) {
    return new Field(List.of(new Pointed(JsonPointer.compile(pointer))));
  }

  static Field read(ProfileMap map, String key) {
    List<YamlScalar> written = map.scalars(key);
    if (written.size() > ALTERNATIVES_MAX) {
      written.get(0).problem("'" + key + "' has more than " + ALTERNATIVES_MAX + " places", "");
    }
    List<Way> ways = new ArrayList<>();
    for (YamlScalar each : written) {
      if (!each.text().equals("none")) {
        way(each).ifPresent(ways::add);
      }
    }
    return new Field(ways);
  }

  /** Each place of a list as a field of its own, all of which are read. */
  static List<Field> each(ProfileMap map, String key) {
    return map.scalars(key).stream()
        .flatMap(it -> way(it).stream())
        .map(way -> new Field(List.of(way)))
        .toList();
  }

  static Field required(ProfileMap map, String key) {
    map.require(key);
    return read(map, key);
  }

  private static Optional<Way> way(YamlScalar written) {
    String text = written.text();
    try {
      if (text.startsWith(JSONATA)) {
        return Optional.of(
            new Computed(Expression.compileOverTextsOfOthers(text.substring(JSONATA.length()))));
      }
      return Optional.of(new Pointed(JsonPointer.compile(text)));
    } catch (IllegalArgumentException e) {
      String why = text.startsWith(JSONATA) ? String.valueOf(e.getMessage()) : "is no place";
      written.problem(
          written.excerpt() + " " + why,
          "a JSON pointer such as /results/data, or jsonata: and an expression");
      return Optional.empty();
    }
  }

  /** What it leads to; a missing node for nothing, which {@code null} and "null" are too. */
  public JsonNode find(JsonNode in) {
    for (Way way : ways) {
      JsonNode found =
          way instanceof Pointed pointed ? in.at(pointed.pointer()) : compute((Computed) way, in);
      if (!found.isMissingNode() && !found.isNull() && !found.asText().equals("null")) {
        return found;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode compute(Computed way, JsonNode in) {
    try {
      Object value = way.expression().evaluate(PLAIN.convertValue(in, Object.class));
      return PLAIN.valueToTree(value);
    } catch (ExpressionFailure | IllegalArgumentException e) {
      return MissingNode.getInstance(); // nothing was found; what it was is not for showing
    }
  }

  /** The scalar it leads to, as text; empty for nothing. */
  public String text(JsonNode in) {
    JsonNode found = find(in);
    return found.isValueNode() ? found.asText() : "";
  }

  /** A yes or no in any of the forms seen: a boolean, 0 and 1, or those as texts. */
  public Optional<Boolean> flag(JsonNode in) {
    return switch (text(in).toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether it leads anywhere at all. */
  public boolean isNowhere() {
    return ways.isEmpty();
  }

  /** The names at the top of an object through which it leads. */
  public Set<String> tops() {
    Set<String> tops = new HashSet<>();
    for (Way way : ways) {
      if (way instanceof Pointed pointed && pointed.pointer().getMatchingProperty() != null) {
        tops.add(pointed.pointer().getMatchingProperty());
      }
    }
    return tops;
  }
}
