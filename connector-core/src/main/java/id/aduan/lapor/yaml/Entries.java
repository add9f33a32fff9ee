package id.aduan.lapor.yaml;

import id.aduan.lapor.yaml.Source.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The keys of one map and the nodes behind them: finds the right shape, or says what is wrong. */
final class Entries {

  private final Source source;
  private final Position position;
  private final boolean missing;
  private final Map<String, Entry> byKey = new LinkedHashMap<>();

  private Entries(Source source, Position position, boolean missing) {
    this.source = source;
    this.position = position;
    this.missing = missing;
  }

  /** Stands in for a map that is not there: that has been told, so its keys are not missed. */
  static Entries missing(Source source) {
    return new Entries(source, Position.START, true);
  }

  static Entries of(Source source, Position position, @Nullable MappingNode node) {
    Entries entries = new Entries(source, position, false);
    if (node != null) {
      node.getValue().forEach(entries::add);
    }
    return entries;
  }

  private void add(NodeTuple tuple) {
    Position at = Position.of(tuple.getKeyNode().getStartMark());
    if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
      source.problem(at, "a key must be a plain word", "");
      return;
    }
    Entry entry = new Entry(new YamlScalar(source, "key", at, name.getValue()), tuple);
    Entry first = byKey.putIfAbsent(name.getValue(), entry);
    if (first != null) {
      String hint = "the first is on line " + first.key().line();
      source.problem(at, "the key " + Excerpt.of(name.getValue()) + " is written twice", hint);
    }
  }

  Entries missingChild() {
    return missing(source);
  }

  List<YamlScalar> keys() {
    return byKey.values().stream().map(Entry::key).toList();
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  boolean isScalar(String key) {
    Entry entry = byKey.get(key);
    return entry != null && entry.value() instanceof ScalarNode && !isNull(entry.value());
  }

  void problem(String message, String hint) {
    source.problem(position, message, hint);
  }

  Position position() {
    return position;
  }

  Problem note(String message, String hint) {
    return new Problem(source.file(), position.line(), position.column(), message, hint);
  }

  void reportMissing(String key) {
    if (!missing && !has(key)) {
      problem("the key '" + key + "' is missing", "");
    }
  }

  void rejectUnknown(Collection<String> known) {
    for (YamlScalar key : keys()) {
      int colon = key.text().indexOf(':');
      if (colon >= 0 && !known.contains(key.text())) {
        // {password:x} has one key and no value: what follows the colon is not for showing
        String name = Excerpt.of(key.text().substring(0, colon));
        key.problem("no space after the colon of " + name, "write a space there");
      } else {
        key.asOneOf(known, "key");
      }
    }
  }

  Optional<YamlScalar> scalar(String key) {
    Entry entry = byKey.get(key);
    return entry == null ? Optional.empty() : scalar(key, entry.value());
  }

  private Optional<YamlScalar> scalar(String key, Node node) {
    Position at = Position.of(node.getStartMark());
    if (!(node instanceof ScalarNode scalar)) {
      refuse(key, node, "one value");
      return Optional.empty();
    }
    if (isNull(node)) {
      source.problem(
          at, Excerpt.of(key) + " has no value", "write one after it, or remove the line");
      return Optional.empty();
    }
    return Optional.of(new YamlScalar(source, key, at, scalar.getValue()));
  }

  /** One value is taken for a list of one. */
  List<YamlScalar> scalars(String key) {
    return items(key, node -> scalar(key, node));
  }

  List<Entries> maps(String key) {
    Entry entry = byKey.get(key);
    if (entry != null && !isNull(entry.value()) && !(entry.value() instanceof SequenceNode)) {
      refuse(key, entry.value(), "a list, each item with '-'");
      return List.of();
    }
    return items(key, node -> map(key, node));
  }

  /** As {@link #maps(String)}, where a plain value stands for a map with this one key. */
  List<Entries> maps(String key, String shortFor) {
    return items(
        key,
        node ->
            node instanceof ScalarNode && !isNull(node)
                ? Optional.of(single(shortFor, node))
                : map(key, node));
  }

  private Entries single(String key, Node node) {
    Position at = Position.of(node.getStartMark());
    Entries entries = new Entries(source, at, false);
    entries.byKey.put(key, new Entry(new YamlScalar(source, "key", at, key), node));
    return entries;
  }

  Optional<Entries> map(String key) {
    Entry entry = byKey.get(key);
    return entry == null ? Optional.empty() : map(key, entry.value());
  }

  /** A key with nothing below it is a map without keys. */
  private Optional<Entries> map(String key, Node node) {
    if (node instanceof MappingNode || isNull(node)) {
      MappingNode mapping = node instanceof MappingNode found ? found : null;
      return Optional.of(of(source, Position.of(node.getStartMark()), mapping));
    }
    refuse(key, node, "keys and values");
    return Optional.empty();
  }

  /** A key with nothing below it is an empty list. */
  private <T> List<T> items(String key, Function<Node, Optional<T>> read) {
    Entry entry = byKey.get(key);
    if (entry == null || isNull(entry.value())) {
      return List.of();
    }
    List<Node> nodes =
        entry.value() instanceof SequenceNode sequence
            ? sequence.getValue()
            : List.of(entry.value());
    List<T> items = new ArrayList<>(nodes.size());
    nodes.forEach(node -> read.apply(node).ifPresent(items::add));
    return List.copyOf(items);
  }

  private void refuse(String key, Node node, String wanted) {
    String found =
        switch (node.getNodeType()) {
          case SCALAR -> "one value";
          case SEQUENCE -> "a list";
          default -> "keys and values";
        };
    Position at = Position.of(node.getStartMark());
    source.problem(at, "%s must be %s, but is %s".formatted(Excerpt.of(key), wanted, found), "");
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  private record Entry(YamlScalar key, Node value) {
    Entry(YamlScalar key, NodeTuple tuple) {
      this(key, tuple.getValueNode());
    }
  }
}
