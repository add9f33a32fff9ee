package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.json.Expression;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Texts of the settings that must compile. A faulty one is noted and reads as a stand-in that does,
 * so that reading goes on.
 */
record Checked(YamlMap settings) {
  private static final String EXPRESSION = "false";
  private static final String POINTER = "#";

  String expression(String key) {
    return required(key, Expression::compile, EXPRESSION);
  }

  Optional<String> optionalExpression(String key) {
    return optional(key, Expression::compile);
  }

  String pointer(String key) {
    return required(key, Json::pointer, POINTER);
  }

  Optional<String> optionalPointer(String key) {
    return optional(key, Json::pointer);
  }

  String path(Consumer<String> check, String standIn) {
    return required("path", check, standIn);
  }

  /** HTTP statuses from 400 to 499 that are not among those that mean something else. */
  Set<Integer> statuses(String key, Set<Integer> never, Set<Integer> otherwise) {
    if (!settings.has(key)) {
      return otherwise;
    }
    Set<Integer> statuses = new TreeSet<>();
    for (YamlScalar written : settings.scalars(key)) {
      Optional<Integer> status = written.asInt(400, 499);
      if (status.isPresent() && never.contains(status.get())) {
        written.problem("the status " + status.get() + " does not prove this", "");
      }
      status.ifPresent(statuses::add);
    }
    return statuses;
  }

  private String required(String key, Consumer<String> check, String standIn) {
    settings.requireKeys(key);
    return optional(key, check).orElse(standIn);
  }

  private Optional<String> optional(String key, Consumer<String> check) {
    Optional<YamlScalar> written = settings.scalar(key);
    return written.flatMap(YamlScalar::asText).filter(text -> passes(text, check, written.get()));
  }

  private static boolean passes(String text, Consumer<String> check, YamlScalar written) {
    try {
      check.accept(text);
      return true;
    } catch (IllegalArgumentException e) {
      written.problem("this " + e.getMessage(), "");
      return false;
    }
  }
}
