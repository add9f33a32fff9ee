package id.aduan.lapor.documents.odf;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks through one XML part as it streams by. Used once. */
final class OdfXmlCheck {
  private static final Set<String> SCRIPTS =
      Set.of("script", "event-listeners", "event-listener", "executable");
  private static final Set<String> OBJECTS = Set.of("object-ole", "applet", "plugin");
  private static final Set<String> LINKS =
      Set.of("dde-source", "dde-connection-decl", "connection-resource", "database-range-source");
  private static final Set<String> PLACES = Set.of("http", "https", "mailto", "tel", "ftp");
  private static final String BASIC = "http://openoffice.org/2004/office";
  private static final Set<String> FORMULAS = Set.of("formula", "expression", "condition");
  private static final String SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0";
  private static final long REPEATED_MAX = 1_048_576;
  private static final int MANIFEST_ENTRIES_MAX = 10_000;
  private final OdfBounds bounds;
  private final Consumer<OdfFault> found;
  private final boolean isObject;

  /** The types that a manifest gives to parts. */
  final Map<String, String> manifest = new HashMap<>();

  private @Nullable String version;
  private @Nullable String flatType;
  private boolean documentRoot;
  private boolean inBasic;

  /**
   * Begins one.
   *
   * @param isObject whether the part is in a folder of the package, as that of a chart is
   */
  OdfXmlCheck(OdfBounds bounds, boolean isObject, Consumer<OdfFault> found) {
    this.bounds = bounds;
    this.isObject = isObject;
    this.found = found;
  }

  Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** The type that a flat document says. */
  Optional<String> flatType() {
    return Optional.ofNullable(flatType);
  }

  /** Whether the outermost element is one of a document's. */
  boolean documentRoot() {
    return documentRoot;
  }

  void read(InputStream in) {
    try {
      XMLStreamReader xml = OdfXml.reader(in);
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          found.accept(OdfFault.XML_DTD);
          return;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (++depth > bounds.depthMax()) {
            found.accept(OdfFault.XML_TOO_DEEP);
            return;
          }
          element(xml, depth == 1);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          inBasic &= !xml.getLocalName().equals("script");
        }
      }
    } catch (XMLStreamException e) {
      found.accept(
          e.getNestedException() instanceof OdfBoundException bound
              ? bound.fault
              : OdfFault.XML_BROKEN);
    }
  }

  private void element(XMLStreamReader xml, boolean root) {
    String space = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    String name = xml.getLocalName();
    if (root) {
      root(xml, space, name);
    }
    if (space.equals(OdfTypes.MANIFEST)) {
      manifest(xml, name);
      return;
    }
    if (inBasic && !(space.equals(BASIC) && name.equals("libraries"))) {
      found.accept(OdfFault.MACRO);
    }
    if (space.startsWith("urn:oasis:names:tc:opendocument:")) {
      if (name.equals("script") && "ooo:Basic".equals(xml.getAttributeValue(SCRIPT, "language"))) {
        // LibreOffice writes an empty list of libraries into each flat document.
        inBasic = true;
      } else if (SCRIPTS.contains(name)) {
        found.accept(OdfFault.MACRO);
      } else if (OBJECTS.contains(name)) {
        found.accept(OdfFault.FOREIGN_OBJECT);
      } else if (LINKS.contains(name)) {
        found.accept(OdfFault.EXTERNAL_LINK);
      }
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attribute(
          name,
          Optional.ofNullable(xml.getAttributeNamespace(i)).orElse(""),
          xml.getAttributeLocalName(i),
          xml.getAttributeValue(i));
    }
  }

  private void root(XMLStreamReader xml, String space, String name) {
    documentRoot =
        space.equals(OdfTypes.OFFICE) && (name.equals("document") || name.startsWith("document-"));
    version = xml.getAttributeValue(OdfTypes.OFFICE, "version");
    flatType = xml.getAttributeValue(OdfTypes.OFFICE, "mimetype");
    if (documentRoot && (version == null || !OdfTypes.VERSIONS.contains(version))) {
      version = null;
      found.accept(OdfFault.VERSION_UNKNOWN);
    }
  }

  private void manifest(XMLStreamReader xml, String name) {
    if (name.equals("encryption-data")) {
      found.accept(OdfFault.ENCRYPTED);
    }
    if (!name.equals("file-entry")) {
      return;
    }
    String path = xml.getAttributeValue(OdfTypes.MANIFEST, "full-path");
    String type = xml.getAttributeValue(OdfTypes.MANIFEST, "media-type");
    if (manifest.size() >= MANIFEST_ENTRIES_MAX) {
      found.accept(OdfFault.TOO_LARGE);
    } else if (path != null) {
      manifest.put(path, type == null ? "" : type);
      if (type != null && type.equals("application/vnd.sun.star.oleobject")) {
        found.accept(OdfFault.FOREIGN_OBJECT);
      }
    }
  }

  private void attribute(String element, String space, String name, String value) {
    if (space.equals(OdfTypes.XLINK) && name.equals("href") && !stays(value)) {
      found.accept(waits(element, value) ? OdfFault.HYPERLINK : OdfFault.EXTERNAL_LINK);
    } else if (name.endsWith("-repeated") && isMoreThanSheet(value)) {
      found.accept(OdfFault.TOO_LARGE);
    } else if (FORMULAS.contains(name)) {
      OdfFormula.fault(value).ifPresent(found);
    }
  }

  /** A chart says {@code ..} for the document that it stands in. */
  private boolean stays(String href) {
    return isInside(href) || (isObject && href.equals(".."));
  }

  /** Whether nothing is fetched or run for it but what a reader asks for. */
  private static boolean waits(String element, String href) {
    String scheme = href.substring(0, Math.max(0, href.indexOf(':'))).toLowerCase(Locale.ROOT);
    return element.equals("template") || (element.equals("a") && PLACES.contains(scheme));
  }

  private static boolean isMoreThanSheet(String value) {
    try {
      return Long.parseLong(value.strip()) > REPEATED_MAX;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** Whether a reference stays in the document: a place in it, or a part of it. */
  static boolean isInside(String href) {
    if (href.isEmpty() || href.startsWith("#")) {
      return true;
    }
    String path = href.startsWith("./") ? href.substring(2) : href;
    return OdfNames.isSafe(path) && path.indexOf(':') < 0 && path.indexOf('%') < 0;
  }
}
