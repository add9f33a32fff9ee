package id.aduan.lapor.portal.export;

import id.aduan.lapor.portal.export.PackedFile.Part;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** The one place that makes XML readers here: without document types or anything outside (S7). */
final class SafeXml {
  private static final XMLInputFactory FACTORY = factory();

  private SafeXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false); // a long text comes in pieces
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside is read");
        });
    return factory;
  }

  /** Reads a part; of what comes in one piece, and of depth, no more than the bounds. */
  static XMLStreamReader reader(Part part) throws XMLStreamException {
    return new Bounded(FACTORY.createXMLStreamReader(part), part);
  }

  /** The JDK's reader holds attributes, comments and CDATA sections whole, and has no bounds. */
  private static final class Bounded extends StreamReaderDelegate {
    private final Part part;
    private final Set<String> names = new HashSet<>();
    private int depth;

    Bounded(XMLStreamReader reader, Part part) {
      super(reader);
      this.part = part;
    }

    @Override
    public int next() throws XMLStreamException {
      part.handedOn();
      int event = super.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        begun();
      }
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      return event;
    }

    /** The reader keeps every name that it has met, to the end of the part. */
    private void begun() {
      names.add(getLocalName());
      for (int i = 0; i < getAttributeCount(); i++) {
        names.add(getAttributeLocalName(i));
      }
      if (++depth > ExportBounds.DEPTH_MAX || names.size() > ExportBounds.NAMES_MAX) {
        throw Faults.bomb();
      }
    }
  }
}
