package id.aduan.lapor.documents.recap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the parts of templates: without document types or anything outside (S7). */
final class SafeXml {
  private static final XMLInputFactory READERS = readers();

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

  /** Whether it is well-formed and without a document type. */
  static boolean isPlain(byte[] xml) {
    InputStream in = new ByteArrayInputStream(xml);
    try {
      XMLStreamReader reader = READERS.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.DTD) {
          return false;
        }
      }
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }
}
