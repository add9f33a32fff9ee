package id.aduan.lapor.yaml;

import id.aduan.lapor.yaml.Source.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** From text to a tree of nodes, or to what breaks YAML's grammar, in words for its writer. */
final class Syntax {

  private static final int TABS_TOLD_MAX = 20;

  /** The parser repeats these names, and one may be a password that starts with such a sign. */
  private static final Pattern NAMES = Pattern.compile("(?s)(alias|handle|anchor) .*");

  private Syntax() {}

  static Optional<Node> compose(String text, Source source, YamlLimits limits) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(limits.bytesMax())
            .build();
    try {
      var parser = new ParserImpl(settings, new StreamReader(settings, text));
      var composer = new Composer(settings, new GuardedParser(parser, source, limits));
      Optional<Node> root = composer.getSingleNode();
      if (root.isEmpty()) {
        source.problem(Position.START, "the file is empty", "");
      }
      return root;
    } catch (GuardedParser.Stopped stopped) {
      stopped.tell(source);
    } catch (MarkedYamlEngineException e) {
      explain(e, text, source);
    } catch (YamlEngineException e) {
      source.problem("the file is not YAML", "");
    }
    return Optional.empty();
  }

  /** Tells what stopped the parser. The line itself is not shown: it may hold a secret. */
  private static void explain(MarkedYamlEngineException e, String text, Source source) {
    List<String> lines = text.lines().toList();
    int tabs = 0;
    for (int i = 0; i < lines.size() && tabs < TABS_TOLD_MAX; i++) {
      int tab = indentationTab(lines.get(i));
      if (tab >= 0) {
        Position at = new Position(i + 1, tab + 1);
        source.problem(at, "a tab is used for indentation", "use spaces");
        tabs++;
      }
    }
    if (tabs == 0) {
      Position at = Position.of(e.getProblemMark().or(e::getContextMark));
      String line = at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
      source.problem(at, "not valid YAML: " + words(e), hint(line));
    }
  }

  private static int indentationTab(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    boolean tab = i < line.length() && line.charAt(i) == '\t';
    return tab && !line.isBlank() ? i : -1;
  }

  private static String words(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "the text ends too early" : e.getProblem();
    return NAMES.matcher(problem.strip().toLowerCase(Locale.ROOT)).replaceFirst("$1");
  }

  private static String hint(String line) {
    if (line.contains("${")) {
      return "put ${...} between double quotes";
    }
    return "look at quotes, colons and indentation here and on the line above";
  }
}
