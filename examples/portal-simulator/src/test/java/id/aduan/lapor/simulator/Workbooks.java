package id.aduan.lapor.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.simulator.old.SafeXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a workbook by its parts, so that nothing of its writer is reused. */
record Workbooks(Map<String, byte[]> parts) {
  /** By the file's directory, as spreadsheet programs do; sizes stand nowhere else in it. */
  static Workbooks of(byte[] file) throws IOException {
    Path copy = Files.createTempFile("laporan-ringkas", ".xlsx");
    Map<String, byte[]> parts = new HashMap<>();
    try {
      Files.write(copy, file);
      try (var zip = new ZipFile(copy.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    } finally {
      Files.delete(copy);
    }
    return new Workbooks(parts);
  }

  String sheetName() throws Exception {
    return ((Element) elements("xl/workbook.xml", "sheet").item(0)).getAttribute("name");
  }

  /** What kinds of cells there are, such as {@code s}; a number has none. */
  Set<String> cellTypes() throws Exception {
    Set<String> types = new TreeSet<>();
    NodeList cells = elements("xl/worksheets/sheet1.xml", "c");
    for (int i = 0; i < cells.getLength(); i++) {
      Element cell = (Element) cells.item(i);
      if (cell.hasChildNodes()) {
        types.add(cell.getAttribute("t"));
      }
    }
    return types;
  }

  /** Texts by row, from 0, and column letter. */
  List<Map<String, String>> rows() throws Exception {
    NodeList shared = elements("xl/sharedStrings.xml", "si");
    List<Map<String, String>> rows = new ArrayList<>();
    NodeList cells = elements("xl/worksheets/sheet1.xml", "c");
    for (int i = 0; i < cells.getLength(); i++) {
      Element cell = (Element) cells.item(i);
      String reference = cell.getAttribute("r");
      int row = Integer.parseInt(reference.replaceAll("\\D", "")) - 1;
      while (rows.size() <= row) {
        rows.add(new HashMap<>());
      }
      if (cell.hasChildNodes()) {
        int index = Integer.parseInt(cell.getTextContent().strip());
        rows.get(row).put(reference.replaceAll("\\d", ""), shared.item(index).getTextContent());
      }
    }
    return rows;
  }

  /** The rows below the header as texts by column name. */
  List<Map<String, String>> table(int headerRow) throws Exception {
    List<Map<String, String>> rows = rows();
    Map<String, String> header = rows.get(headerRow);
    List<Map<String, String>> table = new ArrayList<>();
    for (Map<String, String> row : rows.subList(headerRow + 1, rows.size())) {
      Map<String, String> named = new HashMap<>();
      header.forEach((column, name) -> named.put(name, row.getOrDefault(column, "")));
      table.add(named);
    }
    return table;
  }

  private NodeList elements(String part, String name) throws Exception {
    byte[] bytes = parts.getOrDefault(part, "<none/>".getBytes(UTF_8));
    return SafeXml.parse(bytes).getDocumentElement().getElementsByTagNameNS("*", name);
  }
}
