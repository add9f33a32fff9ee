package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Once.Value;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the rules in their order, and finds those that can never be met. */
final class RuleReader {

  static final List<String> KEYS =
      List.of("name", "when", "to", "about", "confirm", "flags", "priority");

  /** As many as are compared with each other in no time, and more than anybody keeps in mind. */
  static final int RULES_MAX = 500;

  private static final int TARGETS_MAX = 10;
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  private final AgencyCodes codes;
  private final Conditions conditions;
  private final Findings findings;
  private final Set<String> priorities = new TreeSet<>();
  private final Map<String, YamlScalar> accused = new LinkedHashMap<>();

  RuleReader(AgencyCodes codes, Terms terms, CategoryReader categories, Findings findings) {
    this.codes = codes;
    this.findings = findings;
    this.conditions = new Conditions(terms, categories, findings);
  }

  /** The priorities that some rule gives. */
  Set<String> priorities() {
    return priorities;
  }

  List<RuleLine> read(YamlMap file) {
    Once names = new Once("the name");
    List<RuleLine> rules = new ArrayList<>();
    List<RuleLine> deciding = new ArrayList<>();
    List<YamlMap> rows = file.maps("rules");
    if (rows.size() > RULES_MAX) {
      rows.get(RULES_MAX).problem("more than " + RULES_MAX + " rules", "use 'categories' for ids");
    }
    for (YamlMap row : rows.subList(0, Math.min(RULES_MAX, rows.size()))) {
      row.scalar("name").ifPresent(name -> names.isNew(name, name.text()));
      RuleLine rule = rule(row);
      if (rule.decides() && isWhole(row, rule)) {
        refuseShadowed(row, rule, deciding);
        deciding.add(rule);
      }
      rules.add(rule);
    }
    return rules;
  }

  /** Without a condition that is faulty a rule looks as if it took more than it does. */
  private static boolean isWhole(YamlMap row, RuleLine rule) {
    YamlMap when = row.requiredMap("when");
    int written = when.keys().size() - (when.has("from") && when.has("until") ? 1 : 0);
    return written > 0 && written == rule.conditions().size();
  }

  private RuleLine rule(YamlMap row) {
    row.rejectUnknownKeys(KEYS.toArray(String[]::new));
    String name = row.requiredString("name");
    YamlMap when = row.requiredMap("when");
    if (row.has("when") && when.keys().isEmpty()) {
      when.problem("a rule without a condition would take everything", "that is what 'default' is");
    }
    List<String> to = agencies(row, "to");
    if (to.size() > TARGETS_MAX) {
      row.problem("a rule has at most " + TARGETS_MAX + " agencies", "");
    }
    boolean confirm = row.optionalBoolean("confirm").orElse(false);
    List<String> flags = words(row, "flags");
    Optional<String> priority = words(row, "priority").stream().findFirst();
    priority.ifPresent(priorities::add);
    Set<String> about = new TreeSet<>(agencies(row, "about"));
    if (about.isEmpty() && !row.has("to") && !confirm && flags.isEmpty() && priority.isEmpty()) {
      row.problem(
          "this rule does nothing", "write 'to', 'flags', 'priority', 'confirm' or 'about'");
    }
    return new RuleLine(
        name, conditions.read(when), new Target(to, row.line()), confirm, flags, priority, about);
  }

  private List<String> agencies(YamlMap row, String key) {
    List<String> agencies = new ArrayList<>();
    for (Value value : Once.list(row, key, code -> code)) {
      agencies.add(codes.check(value.at()));
      if (key.equals("about")) {
        accused.putIfAbsent(value.text(), value.at());
      }
    }
    if (row.has(key) && agencies.isEmpty()) {
      row.problem("there is no agency below '" + key + "'", "write one, or remove the line");
    }
    return agencies;
  }

  private static List<String> words(YamlMap row, String key) {
    List<Value> values =
        key.equals("flags")
            ? Once.list(row, key, word -> word)
            : row.scalar(key).map(it -> List.of(new Value(it, it.text()))).orElse(List.of());
    for (Value value : values) {
      if (!WORD.matcher(value.text()).matches()) {
        value
            .at()
            .problem(
                "'" + key + "' must not be " + value.at().excerpt(),
                "lower-case letters, digits, - and _, at most 32");
      }
    }
    return values.stream().map(Value::text).toList();
  }

  /** What an earlier rule takes altogether never reaches this one. */
  private void refuseShadowed(YamlMap row, RuleLine rule, List<RuleLine> deciding) {
    for (RuleLine earlier : deciding) {
      if (earlier.covers(rule)) {
        String hint =
            "'%s' on line %d takes all of it; put this one before"
                .formatted(earlier.name(), earlier.target().line());
        row.scalar("name").ifPresent(name -> refuseShadowed(name, hint, earlier.goesByList()));
        return;
      }
    }
  }

  private void refuseShadowed(YamlScalar name, String hint, boolean byList) {
    String message = "the rule " + name.excerpt() + " is never met";
    if (byList) {
      findings.differs(name, message, hint);
    } else {
      name.problem(message, hint);
    }
  }

  /** A complaint about an agency must not go to that agency alone (UU25-09). */
  void requireSuperiors(Set<String> withSuperior) {
    accused.forEach(
        (code, at) -> {
          if (!withSuperior.contains(code) && codes.isKnown(code)) {
            at.problem(
                "nobody stands above " + at.excerpt() + ", so it would get complaints about itself",
                "write 'superior' below agencies." + code);
          }
        });
  }
}
