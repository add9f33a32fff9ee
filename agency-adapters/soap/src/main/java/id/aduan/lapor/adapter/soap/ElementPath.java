package id.aduan.lapor.adapter.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements below another by their names, checked against the WSDL when it is made. */
record ElementPath(List<QName> steps, Shape end) {

  /**
   * Resolves {@code a/b/c} below an element.
   *
   * @throws IllegalArgumentException for a name that the WSDL does not know there
   */
  static ElementPath of(String text, Shape from) {
    List<QName> steps = new ArrayList<>();
    Shape at = from;
    for (String step : text.split("/", -1)) {
      Optional<Shape> child = at.child(step);
      if (step.isEmpty() || child.isEmpty()) {
        throw new IllegalArgumentException(
            "the WSDL knows no '%s' in '%s', but %s"
                .formatted(step, at.name().getLocalPart(), at.children().keySet()));
      }
      at = child.get();
      steps.add(at.name());
    }
    return new ElementPath(List.copyOf(steps), at);
  }

  /** All elements there, in the order of the document. */
  List<Element> all(Element from) {
    List<Element> found = List.of(from);
    for (QName step : steps) {
      List<Element> next = new ArrayList<>();
      found.forEach(element -> addChildren(element, step, next));
      found = next;
    }
    return found;
  }

  /**
   * The text of the only element there, stripped, and empty where there is none; nothing where
   * there are several, or an element stands where text should (such as {@code xop:Include}).
   */
  Optional<String> text(Element from) {
    List<Element> found = all(from);
    if (found.isEmpty()) {
      return Optional.of("");
    }
    Element element = found.get(0);
    return found.size() == 1 && isText(element)
        ? Optional.of(element.getTextContent().strip())
        : Optional.empty();
  }

  private static boolean isText(Element element) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element) {
        return false;
      }
    }
    return true;
  }

  private static void addChildren(Element parent, QName name, List<Element> into) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(nameOf(element))) {
        into.add(element);
      }
    }
  }

  static QName nameOf(Node node) {
    String namespace = node.getNamespaceURI();
    return new QName(namespace == null ? "" : namespace, node.getLocalName());
  }
}
