package id.aduan.lapor.portal.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the texts of a workbook's XML, each with a bound. */
final class XmlText {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XmlText() {}

  /** More than the bound. */
  static final class TooLong extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The text of the element that was just begun, up to its end. */
  static String of(XMLStreamReader xml, int charactersMax) throws XMLStreamException, TooLong {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> append(text, xml, charactersMax);
      }
    }
    return unescaped(text.toString());
  }

  /** The visible text of an item, which may be in several runs; how it is read aloud is left. */
  static String ofItem(XMLStreamReader xml, int charactersMax) throws XMLStreamException, TooLong {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    boolean in = false;
    for (int depth = 1; depth > 0; ) {
      switch (next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
          in = phonetic == 0 && xml.getLocalName().equals("t");
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          phonetic -= depth > 0 && xml.getLocalName().equals("rPh") ? 1 : 0;
          in = false;
        }
        default -> {
          if (in) {
            append(text, xml, charactersMax);
          }
        }
      }
    }
    return unescaped(text.toString());
  }

  /** Goes to the end of the element that was just begun. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      switch (next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  /** The next event; a workbook has neither a document type nor entities of its own. */
  static int next(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException("a document type");
    }
    return event;
  }

  private static void append(StringBuilder text, XMLStreamReader xml, int charactersMax)
      throws TooLong {
    if (!xml.hasText() || xml.isEndElement()) {
      return;
    }
    if (xml.getEventType() == XMLStreamConstants.COMMENT) {
      return;
    }
    if (text.length() + xml.getTextLength() > charactersMax) {
      throw new TooLong();
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  /** Characters that XML cannot hold are written as {@code _x000D_}. */
  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
  }

  /** Half of a pair is no text; it stays as it is written. */
  private static String character(String code, String written) {
    char character = (char) Integer.parseInt(code, 16);
    return Character.isSurrogate(character) ? written : String.valueOf(character);
  }
}
