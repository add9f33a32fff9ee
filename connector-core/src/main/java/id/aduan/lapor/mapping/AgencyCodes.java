package id.aduan.lapor.mapping;

import id.aduan.lapor.yaml.YamlScalar;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which agencies a file may name: those below {@code agencies} if it has that section, else those
 * with an adapter, else whatever looks like a code.
 */
final class AgencyCodes {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private final Set<String> adapters;
  private final Set<String> declared = new LinkedHashSet<>();
  private final Set<String> named = new LinkedHashSet<>();

  AgencyCodes(Collection<String> adapters) {
    this.adapters = new LinkedHashSet<>(adapters);
  }

  /** The section's own keys; one without adapter could get nothing. */
  void declare(List<YamlScalar> keys) {
    for (YamlScalar key : keys) {
      declared.add(key.text());
      named.add(key.text());
      if (adapters.isEmpty()) {
        checkForm(key);
      } else if (!adapters.contains(key.text())) {
        String near = key.nearest(adapters);
        key.problem(
            "the agency " + key.excerpt() + " has no adapter",
            near.isEmpty() ? "it must stand below 'agencies' in lapor.yaml too" : near);
      }
    }
  }

  /** Checks a place where an agency is named; the code as written, right or wrong. */
  String check(YamlScalar code) {
    Set<String> known = declared.isEmpty() ? adapters : declared;
    named.add(code.text());
    if (known.isEmpty()) {
      checkForm(code);
    } else {
      code.asOneOf(known, "agency");
    }
    return code.text();
  }

  /** Whether a code is none that is told as unknown. */
  boolean isKnown(String code) {
    Set<String> known = declared.isEmpty() ? adapters : declared;
    return known.isEmpty() || known.contains(code);
  }

  /** All that stand anywhere. */
  Set<String> named() {
    return named;
  }

  private static void checkForm(YamlScalar code) {
    if (!FORM.matcher(code.text()).matches()) {
      code.problem(
          "an agency's code must not be " + code.excerpt(),
          "lower-case letters, digits and hyphens, at most 32");
    }
  }
}
