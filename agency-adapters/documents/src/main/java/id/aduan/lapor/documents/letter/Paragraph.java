package id.aduan.lapor.documents.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The text of one paragraph, however an editor has cut it into spans, with its placeholders. */
final class Paragraph {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}$]*)}");
  private final Element element;
  private final List<TemplateProblem> problems;
  private final List<Run> runs = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** Whether nothing but text stands in it: no picture, frame or note hangs on it. */
  private boolean isBare = true;

  /** A text node and where it begins in the paragraph. */
  private record Run(Text node, int from) {}

  private record Place(String name, int from, int to) {}

  Paragraph(Element element, List<TemplateProblem> problems) {
    this.element = element;
    this.problems = problems;
    gather(element);
  }

  private void gather(Node node) {
    for (Node child : Xml.children(node)) {
      if (child instanceof Text run) {
        runs.add(new Run(run, text.length()));
        text.append(run.getData());
      } else if (Xml.is(child, Xml.TEXT, "s")
          || Xml.is(child, Xml.TEXT, "tab")
          || Xml.is(child, Xml.TEXT, "line-break")) {
        text.append(' ');
      } else if (Xml.isInline(child)) {
        gather(child);
      } else if (child instanceof Element) {
        isBare = false;
      }
    }
  }

  /** The names between braces, as they are written; a brace that does not close is told. */
  List<String> names() {
    List<Place> places = places();
    long begun = text.chars().filter(it -> it == '$').count() == 0 ? 0 : count("${");
    if (begun > places.size()) {
      problems.add(
          new TemplateProblem(
              "'${' begins a placeholder that does not end in its paragraph",
              "write it as ${name}, in one paragraph"));
    }
    return places.stream().map(Place::name).toList();
  }

  private int count(String what) {
    int count = 0;
    for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) {
      count++;
    }
    return count;
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      places.add(new Place(matcher.group(1), matcher.start(), matcher.end()));
    }
    return places;
  }

  /**
   * Puts values in, each once. A placeholder that stands alone takes a paragraph for each line, and
   * none where there is nothing to say and others stand beside it. A paragraph on which a frame
   * hangs stays one: the frame is there once, whatever there is to say.
   */
  void fill(UnaryOperator<String> values) {
    List<Place> places = places();
    if (places.size() == 1) {
      Place only = places.get(0);
      List<String> lines = InertText.lines(values.apply(only.name()));
      boolean alone = isBare && text.toString().strip().length() == only.to() - only.from();
      boolean vanishes = lines.get(0).isBlank() && hasSibling();
      if (alone && (lines.size() > 1 || vanishes)) {
        spread(lines);
        return;
      }
    }
    for (int i = places.size() - 1; i >= 0; i--) {
      put(places.get(i), InertText.lines(values.apply(places.get(i).name())));
    }
  }

  private boolean hasSibling() {
    return Xml.children(element.getParentNode()).stream()
        .anyMatch(it -> it != element && Xml.isParagraph(it));
  }

  private void spread(List<String> lines) {
    Node parent = element.getParentNode();
    for (String line : lines) {
      if (!line.isBlank()) {
        Element copy = (Element) element.cloneNode(true);
        parent.insertBefore(copy, element);
        Paragraph each = new Paragraph(copy, problems);
        each.put(each.places().get(0), List.of(line));
      }
    }
    parent.removeChild(element);
  }

  private void put(Place place, List<String> lines) {
    int first = runAt(place.from());
    int last = runAt(place.to() - 1);
    Text head = runs.get(first).node();
    int inHead = place.from() - runs.get(first).from();
    int inLast = place.to() - runs.get(last).from();
    Document document = element.getOwnerDocument();
    String tail = runs.get(last).node().getData().substring(inLast);
    head.setData(head.getData().substring(0, inHead));
    Node before = head.getNextSibling();
    Node parent = head.getParentNode();
    if (first == last) {
      before = parent.insertBefore(document.createTextNode(tail), before);
    } else {
      runs.get(last).node().setData(tail);
      for (int i = first + 1; i < last; i++) {
        runs.get(i).node().setData("");
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        parent.insertBefore(document.createElementNS(Xml.TEXT, prefixed("line-break")), before);
      }
      line(lines.get(i), parent, before);
    }
  }

  private int runAt(int at) {
    int found = 0;
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).from() <= at && !runs.get(i).node().getData().isEmpty()) {
        found = i;
      }
    }
    return found;
  }

  private void line(String line, Node parent, Node before) {
    Document document = element.getOwnerDocument();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean edge = i == 0 || i == line.length() - 1 || line.charAt(i - 1) == ' ';
      if (c != '\t' && !(c == ' ' && edge)) {
        plain.append(c);
        continue;
      }
      parent.insertBefore(document.createTextNode(plain.toString()), before);
      plain.setLength(0);
      String name = c == '\t' ? "tab" : "s";
      parent.insertBefore(document.createElementNS(Xml.TEXT, prefixed(name)), before);
    }
    parent.insertBefore(document.createTextNode(plain.toString()), before);
  }

  /** With the prefix that this document has for it; a paragraph has one. */
  private String prefixed(String name) {
    return element.getPrefix() == null ? name : element.getPrefix() + ":" + name;
  }
}
