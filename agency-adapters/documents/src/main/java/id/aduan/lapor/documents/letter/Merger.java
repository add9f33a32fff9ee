package id.aduan.lapor.documents.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Fills one part of a template. Values are put in once and never looked at again. */
final class Merger {
  private static final String NOTHING = "-";
  private final LetterData data;
  private final List<TemplateProblem> problems;

  Merger(LetterData data, List<TemplateProblem> problems) {
    this.data = data;
    this.problems = problems;
  }

  void fill(Document document) {
    List<Element> plain = new ArrayList<>();
    Map<Element, Set<String>> repeated = new LinkedHashMap<>();
    collect(document.getDocumentElement(), plain, repeated);
    repeated.forEach(this::repeat);
    for (Element paragraph : plain) {
      if (repeated.keySet().stream().noneMatch(unit -> isInside(paragraph, unit))) {
        new Paragraph(paragraph, problems).fill(name -> data.values().getOrDefault(name, ""));
      }
    }
  }

  private void collect(Element element, List<Element> plain, Map<Element, Set<String>> repeated) {
    if (Xml.isParagraph(element)) {
      Set<String> lists = new TreeSet<>();
      for (String name : new Paragraph(element, problems).names()) {
        int dot = name.indexOf('.');
        if (!LetterFields.isKnown(name)) {
          problems.add(
              new TemplateProblem(
                  "nothing is called '${" + name + "}'",
                  LetterFields.nearest(name)
                      .map(it -> "did you mean '${" + it + "}'?")
                      .orElse("'lapor letter --list' names all placeholders")));
        } else if (dot > 0) {
          lists.add(name.substring(0, dot));
        }
      }
      if (lists.isEmpty()) {
        plain.add(element);
      } else {
        repeated.computeIfAbsent(unit(element), it -> new TreeSet<>()).addAll(lists);
      }
    }
    for (Node child : Xml.children(element)) {
      if (child instanceof Element inner) {
        collect(inner, plain, repeated);
      } else if (child.getNodeType() == Node.TEXT_NODE
          && child.getTextContent().contains("${")
          && !isInParagraph(child)) {
        problems.add(
            new TemplateProblem(
                "a placeholder stands in '" + element.getTagName() + "', which is not on the page",
                "write it as text on the page"));
      }
    }
  }

  /** Whether it is among what is filled: text of a paragraph, and not what is said of a picture. */
  private static boolean isInParagraph(Node text) {
    Node each = text.getParentNode();
    while (Xml.isInline(each)) {
      each = each.getParentNode();
    }
    return Xml.isParagraph(each);
  }

  private static boolean isInside(Node node, Node outer) {
    for (Node each = node; each != null; each = each.getParentNode()) {
      if (each == outer) {
        return true;
      }
    }
    return false;
  }

  /** What is repeated with a paragraph: its row or list item, or itself. */
  private static Element unit(Element paragraph) {
    for (Node each = paragraph.getParentNode(); each != null; each = each.getParentNode()) {
      if (Xml.is(each, Xml.TABLE, "table-row") || Xml.is(each, Xml.TEXT, "list-item")) {
        return (Element) each;
      }
    }
    return paragraph;
  }

  private void repeat(Element unit, Set<String> lists) {
    if (lists.size() > 1) {
      problems.add(
          new TemplateProblem(
              "one row has placeholders of several lists: " + String.join(", ", lists),
              "give each list a row of its own"));
      return;
    }
    if (Xml.is(unit, Xml.TABLE, "table-row") && Rows.isTiedToOthers(unit)) {
      problems.add(
          new TemplateProblem(
              "a row with placeholders of the list '"
                  + lists.iterator().next()
                  + "' has a cell that spans several rows",
              "split that cell: the row is there once for each item"));
      return;
    }
    String list = lists.iterator().next();
    List<Map<String, String>> items = data.lists().getOrDefault(list, List.of());
    Node parent = unit.getParentNode();
    if (items.isEmpty() && Xml.is(unit, Xml.TABLE, "table-row")) {
      // A table without rows is none.
      Map<String, String> nothing = new LinkedHashMap<>();
      LetterFields.lists()
          .getOrDefault(list, List.of())
          .forEach(field -> nothing.put(field, NOTHING));
      items = List.of(nothing);
    }
    int number = 0;
    for (Map<String, String> item : items) {
      Element copy = (Element) unit.cloneNode(true);
      parent.insertBefore(copy, unit);
      if (number++ > 0) {
        withoutIds(copy);
      }
      for (Element paragraph : paragraphs(copy)) {
        new Paragraph(paragraph, problems)
            .fill(
                name ->
                    name.startsWith(list + ".")
                        ? item.getOrDefault(name.substring(list.length() + 1), "")
                        : data.values().getOrDefault(name, ""));
      }
    }
    parent.removeChild(unit);
  }

  private static List<Element> paragraphs(Element element) {
    List<Element> found = new ArrayList<>();
    if (Xml.isParagraph(element)) {
      found.add(element);
    }
    for (Node child : Xml.children(element)) {
      if (child instanceof Element inner) {
        found.addAll(paragraphs(inner));
      }
    }
    return found;
  }

  private static void withoutIds(Element element) {
    element.removeAttribute("xml:id");
    element.removeAttribute("text:id");
    for (Node child : Xml.children(element)) {
      if (child instanceof Element inner) {
        withoutIds(inner);
      }
    }
  }
}
