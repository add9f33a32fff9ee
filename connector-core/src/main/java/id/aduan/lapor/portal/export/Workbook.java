package id.aduan.lapor.portal.export;

import id.aduan.lapor.portal.export.PackedFile.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An .xlsx workbook: its sheets by name, and their rows. */
final class Workbook implements AutoCloseable {
  private static final String BOOK = "xl/workbook.xml";
  private static final String LINKS = "xl/_rels/workbook.xml.rels";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private final PackedFile parts;
  private final ExportBounds bounds;
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean from1904;
  private Optional<SharedTexts> texts = Optional.empty();

  /** A sheet, and the part that it stands in. */
  record Sheet(String name, String part) {}

  private Workbook(PackedFile parts, ExportBounds bounds) {
    this.parts = parts;
    this.bounds = bounds;
  }

  static Workbook open(Path file, ExportBounds bounds) {
    Workbook book = new Workbook(PackedFile.open(file, bounds), bounds);
    try {
      book.readSheets();
      book.texts =
          Optional.of(SharedTexts.read(book.parts.part(TEXTS), bounds.cellCharactersMax()));
      return book;
    } catch (RuntimeException e) {
      book.close();
      throw e;
    }
  }

  private void readSheets() {
    if (parts.has("mimetype")) {
      throw Faults.notWorkbook("an OpenDocument file");
    }
    if (!parts.has(BOOK)) {
      throw Faults.notWorkbook("a packed file of another kind");
    }
    Map<String, String> links = new HashMap<>();
    each(LINKS, "Relationship", xml -> link(links, xml));
    each(BOOK, "workbookPr", xml -> from1904 = isTrue(attribute(xml, "date1904")));
    each(
        BOOK,
        "sheet",
        xml -> add(attribute(xml, "name"), links.getOrDefault(attribute(xml, "id"), "")));
  }

  private static void link(Map<String, String> links, XMLStreamReader xml) {
    links.put(attribute(xml, "Id"), attribute(xml, "Target"));
    if (links.size() > ExportBounds.PARTS_MAX) {
      throw Faults.bomb();
    }
  }

  private void add(String name, String target) {
    if (sheets.size() < ExportBounds.SHEETS_MAX && !target.isEmpty()) {
      sheets.add(new Sheet(name, target.startsWith("/") ? target.substring(1) : "xl/" + target));
    }
  }

  private interface Seen {
    void element(XMLStreamReader xml);
  }

  private void each(String part, String element, Seen seen) {
    try (Part in = parts.part(part).orElseThrow(() -> Faults.damaged(part))) {
      XMLStreamReader xml = SafeXml.reader(in);
      while (xml.hasNext()) {
        if (XmlText.next(xml) == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals(element)) {
          seen.element(xml);
        }
      }
    } catch (XMLStreamException | IOException e) {
      throw Faults.damaged(part);
    }
  }

  /** By its local name: the same attribute has other prefixes in other programs' files. */
  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true");
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** Whether its days are counted from 1904 and not from 1900. */
  boolean from1904() {
    return from1904;
  }

  /** The rows of a sheet, from the first one on. */
  SheetRows rows(Sheet sheet) {
    return rows(sheet, false);
  }

  /** The same, only to see whether the sheet is whole: texts are not to be had. */
  SheetRows look(Sheet sheet) {
    return rows(sheet, true);
  }

  private SheetRows rows(Sheet sheet, boolean looking) {
    Part in = parts.part(sheet.part()).orElseThrow(() -> Faults.damaged(sheet.part()));
    return new SheetRows(in, texts.orElseThrow(), bounds, looking);
  }

  @Override
  public void close() {
    texts.ifPresent(SharedTexts::close);
    parts.close();
  }
}
