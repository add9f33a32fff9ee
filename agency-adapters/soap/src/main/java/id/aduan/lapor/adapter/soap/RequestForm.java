package id.aduan.lapor.adapter.soap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes the request of one operation: elements in the order of the configuration, each with a
 * constant or a value of the view.
 */
record RequestForm(QName root, List<Field> fields) {
  static final String FILES = "attachments";

  /** One element; a list of files has the fields of one file. */
  private record Field(QName name, boolean optional, Source source, Optional<FileForm> files) {}

  private record FileForm(Optional<QName> item, List<Field> fields) {}

  /** What an element holds: a constant, or the value of a dotted name. */
  private record Source(boolean constant, String text) {
    static Source of(String written, Collection<String> names) {
      if (written.matches("='.*'")) {
        return new Source(true, written.substring(2, written.length() - 1));
      }
      if (!names.contains(written)) {
        throw new IllegalArgumentException(
            "there is no '" + written + "' to send; known: " + String.join(", ", names));
      }
      return new Source(false, written);
    }

    String value(Map<?, ?> view) {
      if (constant) {
        return text;
      }
      Object at = view;
      for (String step : text.split("\\.", -1)) {
        at = at instanceof Map<?, ?> map && map.get(step) != null ? map.get(step) : "";
      }
      return String.valueOf(at);
    }
  }

  /** A fault of one field, by its element's name. */
  record Fault(String element, String message) {}

  /**
   * Checks the fields against the WSDL and the names that are offered.
   *
   * @param faults gets every fault; the form then lacks the faulty fields
   */
  static RequestForm of(
      Shape root,
      Map<String, String> fields,
      Optional<SoapConfig.Files> files,
      Collection<String> names,
      List<Fault> faults) {
    return new RequestForm(root.name(), fields(root, fields, files, names, faults));
  }

  private static List<Field> fields(
      Shape parent,
      Map<String, String> written,
      Optional<SoapConfig.Files> files,
      Collection<String> names,
      List<Fault> faults) {
    List<Field> made = new ArrayList<>();
    written.forEach(
        (element, source) -> {
          try {
            made.add(field(parent, element, source, files, names, faults));
          } catch (IllegalArgumentException e) {
            faults.add(new Fault(element, String.valueOf(e.getMessage())));
          }
        });
    checkOrder(parent, written, faults);
    return List.copyOf(made);
  }

  private static Field field(
      Shape parent,
      String element,
      String written,
      Optional<SoapConfig.Files> files,
      Collection<String> names,
      List<Fault> faults) {
    Shape shape = ElementPath.of(element, parent).end();
    Source source = Source.of(written, names);
    if (!written.equals(FILES)) {
      return new Field(shape.name(), shape.optional(), source, Optional.empty());
    }
    SoapConfig.Files form =
        files.orElseThrow(() -> new IllegalArgumentException("the key 'attachments' is missing"));
    Optional<Shape> item = form.item().map(name -> ElementPath.of(name, shape).end());
    List<Field> fields =
        fields(
            item.orElse(shape),
            form.fields(),
            Optional.empty(),
            List.of("fileName", "url", "base64"),
            faults);
    return new Field(
        shape.name(), true, source, Optional.of(new FileForm(item.map(Shape::name), fields)));
  }

  private static void checkOrder(Shape parent, Map<String, String> written, List<Fault> faults) {
    List<String> ordered = new ArrayList<>(parent.children().keySet());
    ordered.retainAll(written.keySet());
    List<String> known = new ArrayList<>(written.keySet());
    known.retainAll(parent.children().keySet());
    for (int i = 0; i < ordered.size(); i++) {
      if (!ordered.get(i).equals(known.get(i))) {
        faults.add(new Fault(known.get(i), "the WSDL has these elements in the order " + ordered));
        break;
      }
    }
    parent.children().values().stream()
        .filter(child -> !child.optional() && !written.containsKey(child.name().getLocalPart()))
        .forEach(
            child ->
                faults.add(
                    new Fault(
                        "",
                        "the WSDL requires the element '" + child.name().getLocalPart() + "'")));
  }

  /** The request for these values. */
  Document write(Map<String, Object> view) {
    Document document = DOMUtils.createDocument();
    Element element = document.createElementNS(root.getNamespaceURI(), root.getLocalPart());
    document.appendChild(element);
    append(element, fields, view);
    return document;
  }

  private static void append(Element parent, List<Field> fields, Map<?, ?> view) {
    for (Field field : fields) {
      if (field.files().isPresent()) {
        appendFiles(parent, field, field.files().get(), view);
      } else {
        String value = field.source().value(view);
        if (!value.isEmpty() || !field.optional()) {
          child(parent, field.name()).setTextContent(XmlText.legal(value));
        }
      }
    }
  }

  private static void appendFiles(Element parent, Field field, FileForm form, Map<?, ?> view) {
    List<Map<?, ?>> files = filesOf(view);
    if (files.isEmpty()) {
      return;
    }
    if (form.item().isPresent()) {
      Element list = child(parent, field.name());
      files.forEach(file -> append(child(list, form.item().get()), form.fields(), file));
    } else {
      files.forEach(file -> append(child(parent, field.name()), form.fields(), file));
    }
  }

  private static List<Map<?, ?>> filesOf(Map<?, ?> view) {
    List<Map<?, ?>> files = new ArrayList<>();
    if (view.get(FILES) instanceof List<?> list) {
      list.forEach(file -> files.add(file instanceof Map<?, ?> map ? map : new LinkedHashMap<>()));
    }
    if (view.get("fullText") instanceof Map<?, ?> fullText) {
      files.add(fullText);
    }
    return files;
  }

  private static Element child(Element parent, QName name) {
    Document document = parent.getOwnerDocument();
    Element element =
        name.getNamespaceURI().isEmpty()
            ? document.createElementNS(null, name.getLocalPart())
            : document.createElementNS(name.getNamespaceURI(), name.getLocalPart());
    parent.appendChild(element);
    return element;
  }
}
