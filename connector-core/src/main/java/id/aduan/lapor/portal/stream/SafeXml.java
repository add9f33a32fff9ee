package id.aduan.lapor.portal.stream;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** The one place that makes XML readers here: without document types or anything outside (S7). */
final class SafeXml {
  private static final XMLInputFactory READERS = readers();
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private SafeXml() {}

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside is read");
        });
    return factory;
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    return READERS.createXMLStreamReader(in);
  }

  static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    return WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
  }
}
