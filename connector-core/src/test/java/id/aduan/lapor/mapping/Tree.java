package id.aduan.lapor.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file as a tree that can be changed at one place and written again. */
sealed interface Tree {

  static Tree of(String yaml) {
    return of(new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow());
  }

  private static Tree of(Node node) {
    if (node instanceof MappingNode map) {
      return new Keys(
          map.getValue().stream()
              .map(
                  it -> Map.entry(((ScalarNode) it.getKeyNode()).getValue(), of(it.getValueNode())))
              .toList());
    }
    if (node instanceof SequenceNode list) {
      return new Items(list.getValue().stream().map(Tree::of).toList());
    }
    return new Text(((ScalarNode) node).getValue());
  }

  /** Each tree that differs from this one at one place. */
  List<Mutant> mutants(String path);

  /** In a form that reads as the same. */
  String yaml();

  /**
   * A changed tree.
   *
   * @param what the kind of change and its place, in which keys of the writer's own are stars
   */
  record Mutant(String what, Tree tree) {}

  /** Keys and values, of which a key may stand twice. */
  record Keys(List<Map.Entry<String, Tree>> entries) implements Tree {
    @Override
    public List<Mutant> mutants(String path) {
      List<Mutant> mutants = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        Map.Entry<String, Tree> entry = entries.get(i);
        String below = path + "." + entry.getKey();
        mutants.add(new Mutant("remove " + below, with(i, List.of())));
        mutants.add(
            new Mutant(
                "rename " + below,
                with(i, List.of(Map.entry(entry.getKey() + "x", entry.getValue())))));
        mutants.add(new Mutant("duplicate " + below, with(i, List.of(entry, entry))));
        int index = i;
        entry
            .getValue()
            .mutants(below)
            .forEach(
                it ->
                    mutants.add(
                        new Mutant(
                            it.what(),
                            with(index, List.of(Map.entry(entry.getKey(), it.tree()))))));
      }
      return mutants;
    }

    private Keys with(int index, List<Map.Entry<String, Tree>> instead) {
      List<Map.Entry<String, Tree>> changed = new ArrayList<>(entries);
      changed.remove(index);
      changed.addAll(index, instead);
      return new Keys(changed);
    }

    @Override
    public String yaml() {
      List<String> written = new ArrayList<>();
      entries.forEach(
          it -> written.add(new Text(it.getKey()).yaml() + ": " + it.getValue().yaml()));
      return "{" + String.join(", ", written) + "}";
    }
  }

  /** A list. */
  record Items(List<Tree> items) implements Tree {
    @Override
    public List<Mutant> mutants(String path) {
      List<Mutant> mutants = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        String below = path + "[]";
        Tree item = items.get(i);
        mutants.add(new Mutant("remove " + below, with(i)));
        mutants.add(new Mutant("duplicate " + below, with(i, item, item)));
        int index = i;
        item.mutants(below)
            .forEach(it -> mutants.add(new Mutant(it.what(), with(index, it.tree()))));
      }
      return mutants;
    }

    private Items with(int index, Tree... instead) {
      List<Tree> changed = new ArrayList<>(items);
      changed.remove(index);
      changed.addAll(index, List.of(instead));
      return new Items(changed);
    }

    @Override
    public String yaml() {
      return "[" + String.join(", ", items.stream().map(Tree::yaml).toList()) + "]";
    }
  }

  /** One value. */
  record Text(String text) implements Tree {
    @Override
    public List<Mutant> mutants(String path) {
      List<Mutant> mutants = new ArrayList<>();
      mutants.add(new Mutant("change " + path, new Text(other())));
      mutants.add(new Mutant("change " + path, new Text(text + "x")));
      return mutants;
    }

    /** Another value of the same kind, as near as can be. */
    private String other() {
      if (text.equals("true") || text.equals("false")) {
        return text.equals("true") ? "false" : "true";
      }
      char last = text.charAt(text.length() - 1);
      return text.substring(0, text.length() - 1)
          + (last == '9' || last == 'z' || last == 'Z' ? 'A' : (char) (last + 1));
    }

    @Override
    public String yaml() {
      return text.isEmpty()
          ? "null"
          : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
  }
}
