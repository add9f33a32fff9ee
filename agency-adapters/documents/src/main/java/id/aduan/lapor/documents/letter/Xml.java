package id.aduan.lapor.documents.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML parts as trees, read without any declaration and written the same for the same tree. */
final class Xml {
  static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  static final String DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
  static final String CONFIG = "urn:oasis:names:tc:opendocument:xmlns:config:1.0";

  private Xml() {}

  static Document parse(byte[] bytes) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setCoalescing(true);
      factory.setIgnoringComments(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("no well-formed XML", e);
    }
  }

  static boolean is(Node node, String space, String name) {
    return space.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
  }

  static boolean isParagraph(Node node) {
    return is(node, TEXT, "p") || is(node, TEXT, "h");
  }

  /** Whether it belongs to the line of text that it stands in, as a span does. */
  static boolean isInline(Node node) {
    return node instanceof Element
        && TEXT.equals(node.getNamespaceURI())
        && !isParagraph(node)
        && !node.getLocalName().equals("note");
  }

  /** A copy, so that the tree may change meanwhile. */
  static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      children.add(each);
    }
    return children;
  }

  static List<Attr> attributes(Element element) {
    NamedNodeMap map = element.getAttributes();
    List<Attr> attributes = new ArrayList<>(map.getLength());
    for (int i = 0; i < map.getLength(); i++) {
      attributes.add((Attr) map.item(i));
    }
    return attributes;
  }

  static String write(Document document) {
    StringBuilder out = new StringBuilder(65_536);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(document.getDocumentElement(), out);
    return out.append('\n').toString();
  }

  private static void write(Node node, StringBuilder out) {
    if (node instanceof Text text) {
      escape(text.getData(), false, out);
    } else if (node instanceof Element element) {
      out.append('<').append(element.getTagName());
      for (Attr attribute : attributes(element)) {
        out.append(' ').append(attribute.getName()).append("=\"");
        escape(attribute.getValue(), true, out);
        out.append('"');
      }
      if (element.getFirstChild() == null) {
        out.append("/>");
        return;
      }
      out.append('>');
      for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
        write(child, out);
      }
      out.append("</").append(element.getTagName()).append('>');
    }
  }

  static void escape(String text, boolean attribute, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\n', '\t', '\r' -> {
          if (attribute || c == '\r') {
            out.append("&#").append((int) c).append(';');
          } else {
            out.append(c);
          }
        }
        default -> out.append(c);
      }
    }
  }
}
