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
  private final Map<String, YamlScalar> first = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();

  /**
   * @param what such as "the word"
   */
  Once(String what) {
    this.what = what;
  }

  /** Whether the value is new; a second one is a fault. */
  boolean isNew(YamlScalar at, String value) {
    return isNew(at, value, value, new Findings(true));
  }

  /**
   * The same of a value that the portal's list gives for what is written; where only that makes two
   * of them one, it is odd by the list.
   */
  boolean isNew(YamlScalar at, String value, String asWritten, Findings findings) {
    YamlScalar other = first.putIfAbsent(value, at);
    if (other == null) {
      written.put(value, asWritten);
      return true;
    }
    String message = what + " " + at.excerpt() + " stands twice";
    String hint = "the first is on line " + other.line();
    if (asWritten.equals(written.get(value))) {
      at.problem(message, hint);
    } else {
      findings.differs(at, message, hint);
    }
    return false;
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
