package id.aduan.lapor.adapter.soap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
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
  private record Field(QName name, boolean optional, FieldValue value, Optional<FileForm> files) {}

  private record FileForm(Optional<QName> item, List<Field> fields) {

    /** The files of a view; without a place for addresses, these are a file of their own. */
    List<Map<?, ?>> files(Map<?, ?> view) {
      boolean takesUrls =
          fields.stream().anyMatch(field -> field.value().value().source().equals("url"));
      List<Map<?, ?>> files = new ArrayList<>();
      StringBuilder addresses = new StringBuilder();
      if (view.get(FILES) instanceof List<?> list) {
        for (Object item : list) {
          Map<?, ?> file = item instanceof Map<?, ?> map ? map : Map.of();
          if (takesUrls) {
            files.add(file);
          } else {
            addresses
                .append(file.get("fileName"))
                .append(": ")
                .append(file.get("url"))
                .append('\n');
          }
        }
      }
      if (!addresses.isEmpty()) {
        byte[] text = addresses.toString().getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(text);
        files.add(Map.of("fileName", "tautan-lampiran.txt", "base64", base64));
      }
      if (view.get("fullText") instanceof Map<?, ?> fullText) {
        files.add(fullText);
      }
      return files;
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
      Map<String, SoapConfig.Value> fields,
      Optional<SoapConfig.Files> files,
      Collection<String> names,
      List<Fault> faults) {
    return new RequestForm(root.name(), fields(root, fields, files, names, faults));
  }

  private static List<Field> fields(
      Shape parent,
      Map<String, SoapConfig.Value> written,
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
      SoapConfig.Value written,
      Optional<SoapConfig.Files> files,
      Collection<String> names,
      List<Fault> faults) {
    Shape shape = ElementPath.of(element, parent).end();
    FieldValue value = FieldValue.of(written, names);
    if (!written.source().equals(FILES)) {
      return new Field(shape.name(), shape.optional(), value, Optional.empty());
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
        shape.name(), true, value, Optional.of(new FileForm(item.map(Shape::name), fields)));
  }

  private static void checkOrder(
      Shape parent, Map<String, SoapConfig.Value> written, List<Fault> faults) {
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
        String value = field.value().in(view);
        if (!value.isEmpty() || !field.optional()) {
          child(parent, field.name()).setTextContent(value);
        }
      }
    }
  }

  private static void appendFiles(Element parent, Field field, FileForm form, Map<?, ?> view) {
    List<Map<?, ?>> files = form.files(view);
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
