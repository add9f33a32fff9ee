package id.aduan.lapor.portal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook part by part, for files that no library writes. */
final class PackedParts {
  private static final String NAMES =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private final Map<String, Content> parts = new LinkedHashMap<>();

  interface Content {
    void write(OutputStream out) throws IOException;
  }

  static PackedParts book() {
    return new PackedParts()
        .part(
            "xl/workbook.xml",
            "<workbook "
                + NAMES
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<sheets><sheet name=\"Laporan Ringkas\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                + "</workbook>")
        .part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"t\" Target=\"worksheets/sheet1.xml\"/>"
                + "</Relationships>");
  }

  /** A sheet with these rows, as XML. */
  PackedParts sheet(Content rows) {
    parts.put(
        "xl/worksheets/sheet1.xml",
        out -> {
          text(out, "<worksheet " + NAMES + "><sheetData>");
          rows.write(out);
          text(out, "</sheetData></worksheet>");
        });
    return this;
  }

  PackedParts part(String name, String text) {
    parts.put(name, out -> text(out, text));
    return this;
  }

  PackedParts part(String name, Content content) {
    parts.put(name, content);
    return this;
  }

  PackedParts without(String name) {
    parts.remove(name);
    return this;
  }

  static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A cell with a text of its own. */
  static String cell(String address, String text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** The header of an export, in row 1. */
  static String header() {
    StringBuilder row = new StringBuilder("<row r=\"1\">");
    for (int i = 0; i < ExportBook.COLUMNS.size(); i++) {
      row.append(cell(Cell.letters(i) + 1, ExportBook.COLUMNS.get(i)));
    }
    return row.append("</row>").toString();
  }

  Path write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, Content> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
        zip.closeEntry();
      }
    }
    return file;
  }
}
