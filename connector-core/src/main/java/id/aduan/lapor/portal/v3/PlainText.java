package id.aduan.lapor.portal.v3;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Makes plain text of what the portal shows as HTML: no tag, no script, entities decoded, no
 * control character but a line's end and a tab (portal-wire 2.8).
 */
final class PlainText {
  /** A longer one is cut: the portal's own texts have at most 3,000. */
  static final int CHARS_MAX = 200_000;

  /** Longer markup is cut before it is read: nested tags take a parser long. */
  private static final int MARKUP_CHARS_MAX = 20_000;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([a-z_]{1,40})\\s*}}");
  private static final Set<String> LINES =
      Set.of("p", "div", "br", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote");

  private PlainText() {}

  /** The text of an HTML fragment; what holds neither tag nor entity stays as it is. */
  static String of(String html) {
    String bounded = html.length() > CHARS_MAX ? html.substring(0, CHARS_MAX) : html;
    boolean plain = bounded.indexOf('<') < 0 && bounded.indexOf('&') < 0;
    return visible(plain ? bounded : text(cut(bounded))).strip();
  }

  private static String cut(String html) {
    return html.length() > MARKUP_CHARS_MAX ? html.substring(0, MARKUP_CHARS_MAX) : html;
  }

  private static String text(String html) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode piece) {
              text.append(piece.getWholeText());
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element
                && LINES.contains(element.normalName())
                && !text.isEmpty()
                && text.charAt(text.length() - 1) != '\n') {
              text.append('\n');
            }
          }
        },
        Jsoup.parseBodyFragment(html).body());
    return text.toString();
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /**
   * Fills placeholders in double braces, once: what a value holds in braces stays a text. One that
   * has no value stands as its name in square brackets.
   *
   * @param unknown receives the names that are not known at all
   */
  static String fill(String template, Map<String, String> values, Set<String> unknown) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.replaceAll(
        found -> {
          String name = found.group(1);
          if (!values.containsKey(name)) {
            unknown.add("{{" + name + "}}");
          }
          String value = values.getOrDefault(name, "");
          return Matcher.quoteReplacement(value.isEmpty() ? "[" + name + "]" : value);
        });
  }

  /** A set for the names that {@link #fill} does not know. */
  static Set<String> names() {
    return new TreeSet<>();
  }
}
