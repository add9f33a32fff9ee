package id.aduan.lapor.portal.stream;

import id.aduan.lapor.portal.PortalFiler.Report;
import id.aduan.lapor.portal.profile.StreamProfile.Name;
import id.aduan.lapor.portal.profile.StreamProfile.ReportForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** A report as XML, and what its answer says (portal-wire 3.2). */
final class ReportXml {
  private static final int DEPTH_MAX = 16;
  private static final int ELEMENTS_MAX = 1_000;
  private static final int TEXT_CHARS_MAX = 100;
  private final ReportForm form;

  ReportXml(ReportForm form) {
    this.form = form;
  }

  /** The report; what XML cannot hold of it is left out. */
  byte[] write(Report report, String token) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = SafeXml.writer(bytes);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(form.name(Name.ROOT));
      xml.writeAttribute(form.name(Name.TOKEN), form.braces() ? braced(token) : token);
      reporter(xml, report);
      xml.writeStartElement(form.name(Name.REPORT));
      xml.writeAttribute(form.name(Name.SECRET), report.secret() ? "1" : "0");
      xml.writeAttribute(form.name(Name.ANONYMOUS), report.anonymous() ? "1" : "0");
      element(xml, Name.CONTENT, content(report));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report can be written as XML", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The last name is never missing, so that all of a name stands in the first (portal-wire 3.2).
   */
  private void reporter(XMLStreamWriter xml, Report report) throws XMLStreamException {
    xml.writeStartElement(form.name(Name.REPORTER));
    element(xml, Name.EMAIL, report.reporter().email());
    element(xml, Name.PHONE, report.reporter().phone());
    element(xml, Name.FIRST_NAME, report.reporter().name());
    element(xml, Name.LAST_NAME, form.noLastName());
    xml.writeEndElement();
  }

  private void element(XMLStreamWriter xml, Name name, String text) throws XMLStreamException {
    xml.writeStartElement(form.name(name));
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  /** The wire has no title: it stands in the first line, unless the text has its words. */
  private static String content(Report report) {
    String words = flat(report.title().replaceAll("…$", ""));
    return flat(report.content()).contains(words)
        ? report.content()
        : report.title() + "\n" + report.content();
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(ReportXml::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0xd800)
        || (c > 0xdfff && c < 0xfffe)
        || c > 0xffff;
  }

  private static String braced(String token) {
    return token.startsWith("{") || token.endsWith("}") ? token : "{" + token + "}";
  }

  /** The numbers that an answer names; nothing for what is no XML, or holds more than it should. */
  Optional<Map<Name, String>> numbers(byte[] answer) {
    try {
      XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(answer));
      return Optional.of(numbers(xml));
    } catch (XMLStreamException e) {
      return Optional.empty(); // what it was is not for showing
    }
  }

  private Map<Name, String> numbers(XMLStreamReader xml) throws XMLStreamException {
    Map<Name, String> numbers = new EnumMap<>(Name.class);
    StringBuilder text = new StringBuilder();
    int depth = 0;
    int elements = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEPTH_MAX || ++elements > ELEMENTS_MAX) {
            throw new XMLStreamException("too many elements");
          }
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(xml.getText(), 0, Math.min(TEXT_CHARS_MAX, xml.getTextLength()));
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          note(numbers, Name.TRACKING_ID, xml.getLocalName(), text);
          note(numbers, Name.TRANSACTION_ID, xml.getLocalName(), text);
          text.setLength(0);
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("no document types");
        default -> {
          // comments and the like say nothing
        }
      }
    }
    return numbers;
  }

  private void note(Map<Name, String> numbers, Name name, String element, StringBuilder text) {
    if (form.name(name).equals(element)) {
      numbers.putIfAbsent(name, text.toString().strip());
    }
  }
}
