package id.aduan.lapor.adapter.soap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.jspecify.annotations.Nullable;

/**
 * What the WSDL says about an element: its name on the wire, and the elements that it may hold.
 *
 * @param optional whether it may be left out
 * @param open whether the schema says more than this reads (a choice, a derivation, any element),
 *     so that an unknown child is no fault
 * @param children by local name, in order
 */
record Shape(QName name, boolean optional, boolean open, Map<String, Shape> children) {
  private static final int DEPTH_MAX = 8;

  /** An element of which nothing is known but its name. */
  static Shape unknown(QName name) {
    return new Shape(name, true, true, Map.of());
  }

  static Shape of(XmlSchemaElement element) {
    return of(element, 0);
  }

  private static Shape of(XmlSchemaElement use, int depth) {
    XmlSchemaElement element = use.isRef() ? use.getRef().getTarget() : use;
    if (element == null) {
      return unknown(use.getRef().getTargetQName());
    }
    QName name = element.getWireName();
    boolean optional = use.getMinOccurs() == 0;
    Map<String, Shape> children = new LinkedHashMap<>();
    boolean open = depth >= DEPTH_MAX;
    if (!open && element.getSchemaType() instanceof XmlSchemaComplexType type) {
      open = type.getContentModel() != null || addChildren(type.getParticle(), children, depth);
    }
    return new Shape(name, optional, open, children);
  }

  /** Whether there is more than was added. */
  private static boolean addChildren(
      @Nullable XmlSchemaParticle particle, Map<String, Shape> children, int depth) {
    Iterable<?> members;
    if (particle == null) {
      return false;
    } else if (particle instanceof XmlSchemaSequence sequence) {
      members = sequence.getItems();
    } else if (particle instanceof XmlSchemaAll all) {
      members = all.getItems();
    } else {
      return true;
    }
    boolean more = false;
    for (Object member : members) {
      if (member instanceof XmlSchemaElement element) {
        Shape child = of(element, depth + 1);
        children.put(child.name().getLocalPart(), child);
      } else {
        more = true;
      }
    }
    return more;
  }

  /** The child of this name; empty where the schema is closed and knows none. */
  Optional<Shape> child(String localName) {
    Shape child = children.get(localName);
    if (child == null && open) {
      return Optional.of(unknown(new QName(name.getNamespaceURI(), localName)));
    }
    return Optional.ofNullable(child);
  }
}
