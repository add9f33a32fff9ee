package id.aduan.lapor.mapping;

import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Values of which each may stand once, because two lines would be two answers. */
final class Once {

  private final String what;
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * @param what such as "the word"
   */
  Once(String what) {
    this.what = what;
  }

  /** Whether the value is new; a second one is a fault. */
  boolean isNew(YamlScalar at, String value) {
    Integer first = lines.putIfAbsent(value, at.line());
    if (first != null) {
      at.problem(what + " " + at.excerpt() + " stands twice", "the first is on line " + first);
    }
    return first == null;
  }

  /** The values of a list that hold text, each once, in the form in which they are compared. */
  static List<Value> list(YamlMap map, String key, UnaryOperator<String> form) {
    Once once = new Once("the value");
    List<Value> values = new ArrayList<>();
    for (YamlScalar scalar : map.scalars(key)) {
      scalar
          .asText()
          .map(form)
          .filter(text -> once.isNew(scalar, text))
          .ifPresent(text -> values.add(new Value(scalar, text)));
    }
    return values;
  }

  /** A value in the form in which it is compared, and where it is written. */
  record Value(YamlScalar at, String text) {}
}
