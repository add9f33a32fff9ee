package id.aduan.lapor.documents.letter;

import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Takes out of a template what does not belong into a letter, and says what it cannot take out. */
final class Cleaning {
  private static final String STANDARD = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final Set<String> OTHERS =
      Set.of(
          "http://www.w3.org/1999/xlink",
          "http://purl.org/dc/elements/1.1/",
          "http://www.w3.org/1998/Math/MathML",
          XMLConstants.XML_NS_URI,
          XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
  private static final Set<String> DROPPED =
      Set.of(
          "annotation", "annotation-end", "soft-page-break", "scripts", "alphabetical-index-mark");
  private static final Set<String> OBJECTS =
      Set.of("object", "object-ole", "applet", "plugin", "floating-frame");
  private static final String LIBREOFFICE = "urn:org:documentfoundation:names:";
  private static final List<String> SETTINGS_DROPPED =
      List.of(
          "PrinterName",
          "PrinterSetup",
          "PrintFaxName",
          "Rsid",
          "CurrentDatabase",
          "EmbeddedDatabase",
          "RedlineProtectionKey");
  private final List<TemplateProblem> problems;

  Cleaning(List<TemplateProblem> problems) {
    this.problems = problems;
  }

  /** Of what only one program knows (ODF-05), comments and marks of pages. */
  void of(Document document) {
    of(document.getDocumentElement());
  }

  private void of(Element element) {
    for (Attr attribute : Xml.attributes(element)) {
      String space = attribute.getNamespaceURI();
      if (space != null && !isStandard(space)) {
        element.removeAttributeNode(attribute);
      } else if (attribute.getValue().contains("${")) {
        problems.add(
            new TemplateProblem(
                "a placeholder stands in '" + attribute.getName() + "', which is not text",
                "write it as text on the page"));
      }
    }
    for (Node child : Xml.children(element)) {
      if (child instanceof Element inner) {
        inner(element, inner);
      }
    }
  }

  private void inner(Element outer, Element inner) {
    tellWhatCannotBe(inner);
    if (Xml.is(inner, Xml.TEXT, "text-input") || isContentControl(inner)) {
      of(inner);
      Xml.children(inner).forEach(it -> outer.insertBefore(it, inner));
      outer.removeChild(inner);
    } else if (!isStandard(String.valueOf(inner.getNamespaceURI()))) {
      if (!inner.getTextContent().isBlank()) {
        problems.add(
            new TemplateProblem(
                "'" + inner.getTagName() + "' holds text, and only one program knows it",
                "write the text as a paragraph of its own"));
      }
      outer.removeChild(inner);
    } else if (DROPPED.contains(inner.getLocalName())) {
      outer.removeChild(inner);
    } else {
      of(inner);
    }
  }

  private void tellWhatCannotBe(Element element) {
    if (Xml.is(element, Xml.TEXT, "tracked-changes")) {
      problems.add(
          new TemplateProblem(
              "the template has recorded changes",
              "in LibreOffice: Edit > Track Changes > Accept All, and stop recording"));
    } else if (Xml.DRAW.equals(element.getNamespaceURI())
        && OBJECTS.contains(element.getLocalName())) {
      problems.add(
          new TemplateProblem(
              "the template has an embedded object ('" + element.getTagName() + "')",
              "replace it by a picture: in LibreOffice copy it, then Edit > Paste Special"));
    }
  }

  /** A frame for a place to fill in; what stands in it is text like any other. */
  private static boolean isContentControl(Element element) {
    return element.getLocalName().equals("content-control")
        && String.valueOf(element.getNamespaceURI()).startsWith(LIBREOFFICE);
  }

  private static boolean isStandard(String space) {
    return space.startsWith(STANDARD) || OTHERS.contains(space);
  }

  /** Settings without what tells of a printer, a view or an editor. */
  static void ofSettings(Document settings) {
    settings(settings.getDocumentElement());
  }

  private static void settings(Element element) {
    for (Node child : Xml.children(element)) {
      if (child instanceof Element inner) {
        String name = inner.getAttributeNS(Xml.CONFIG, "name");
        if (SETTINGS_DROPPED.stream().anyMatch(name::startsWith)
            || name.equals("ooo:view-settings")) {
          element.removeChild(inner);
        } else {
          settings(inner);
        }
      }
    }
  }
}
