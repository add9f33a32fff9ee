package id.aduan.lapor.documents.convert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents that try to take in a file of the machine on which they are converted. */
enum Thief {
  RTF_PICTURE,
  RTF_SPLIT_PICTURE,
  RTF_TEXT,
  RTF_SPLIT_TEXT,
  DOCX_PICTURE,
  DOCX_TEXT,
  DOCX_SPLIT_TEXT,
  XLSX_SERVICE,
  XLSX_INDIRECT,
  XLSX_LINK;

  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final String WORD = OOXML + "wordprocessingml.document";
  private static final String SHEET = OOXML + "spreadsheetml.sheet";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  String type() {
    return name().startsWith("RTF") ? "application/rtf" : name().startsWith("D") ? WORD : SHEET;
  }

  /** Writes it to a folder. */
  Path write(Path folder, Path secret) throws IOException {
    String uri = secret.toUri().toString();
    String csv = uri.replace(".txt", ".csv");
    String png = uri.replace(".txt", ".png");
    return switch (this) {
      case RTF_PICTURE -> rtf(folder, "INCLUDEPICTURE \"" + png + "\"");
      case RTF_SPLIT_PICTURE -> rtf(folder, "INCLUDEPIC}{TURE \"" + png + "\"");
      case DOCX_PICTURE -> docx(folder, field("INCLUDEPICTURE \"" + png + "\""));
      case RTF_TEXT -> rtf(folder, "INCLUDETEXT \"" + uri + "\"");
      case RTF_SPLIT_TEXT -> rtf(folder, "INCLU}{DETEXT \"" + uri + "\"");
      case DOCX_TEXT -> docx(folder, field("INCLUDETEXT \"" + uri + "\""));
      case DOCX_SPLIT_TEXT ->
          docx(folder, field("INCLU</w:instrText><w:instrText>DETEXT \"" + uri + "\""));
      case XLSX_SERVICE -> xlsx(folder, "_xlfn.WEBSERVICE(\"" + uri + "\")", "");
      case XLSX_INDIRECT -> xlsx(folder, "INDIRECT(\"'" + csv + "'#$secret.A1\")", "");
      case XLSX_LINK -> xlsx(folder, "[1]secret!$A$1", csv);
    };
  }

  static Path plainText(Path folder) throws IOException {
    return docx(folder, "");
  }

  static Path plainSheet(Path folder) throws IOException {
    return xlsx(folder, "1+1", "");
  }

  private static Path rtf(Path folder, String field) throws IOException {
    return Files.writeString(
        folder.resolve("surat.rtf"),
        "{\\rtf1 isi {\\field{\\*\\fldinst {" + field + "}}{\\fldrslt {x}}}}");
  }

  private static String field(String code) {
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
        + code
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + "<w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
  }

  private static Path docx(Path folder, String inside) throws IOException {
    Path file = folder.resolve("surat.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      types(zip, "/word/document.xml", WORD + ".main+xml", "");
      relations(zip, "_rels/.rels", relation("officeDocument", "word/document.xml", ""));
      part(
          zip,
          "word/document.xml",
          "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
              + "<w:body><w:p><w:r><w:t>isi </w:t></w:r>"
              + inside
              + "</w:p></w:body></w:document>");
    }
    return file;
  }

  private static Path xlsx(Path folder, String formula, String link) throws IOException {
    Path file = folder.resolve("tabel.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      String sheet = OOXML + "spreadsheetml.worksheet+xml";
      String outer = OOXML + "spreadsheetml.externalLink+xml";
      types(
          zip,
          "/xl/workbook.xml",
          SHEET + ".main+xml",
          override("/xl/worksheets/sheet1.xml", sheet)
              + (link.isEmpty() ? "" : override("/xl/externalLinks/externalLink1.xml", outer)));
      relations(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml", ""));
      relations(
          zip,
          "xl/_rels/workbook.xml.rels",
          relation("worksheet", "worksheets/sheet1.xml", "")
              + (link.isEmpty()
                  ? ""
                  : relation("externalLink", "externalLinks/externalLink1.xml", "b")));
      String references =
          link.isEmpty()
              ? ""
              : "<externalReferences><externalReference r:id='b'/></externalReferences>";
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='A' sheetId='1' r:id='a'/>"
                  .formatted(MAIN, RELATION)
              + "</sheets>"
              + references
              + "</workbook>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns='%s'><sheetData><row r='1'><c r='A1'><f>%s</f></c></row></sheetData></worksheet>"
              .formatted(MAIN, formula.replace("\"", "&quot;")));
      if (!link.isEmpty()) {
        relations(
            zip,
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            relation("externalLinkPath", link, "").replace("/>", " TargetMode='External'/>"));
        part(
            zip,
            "xl/externalLinks/externalLink1.xml",
            "<externalLink xmlns='%s' xmlns:r='%s'><externalBook r:id='a'><sheetNames>"
                    .formatted(MAIN, RELATION)
                + "<sheetName val='secret'/></sheetNames></externalBook></externalLink>");
      }
    }
    return file;
  }

  private static String override(String part, String type) {
    return "<Override PartName='" + part + "' ContentType='" + type + "'/>";
  }

  private static String relation(String kind, String target, String id) {
    return "<Relationship Id='%s' Target='%s' Type='%s/%s'/>"
        .formatted(id.isEmpty() ? "a" : id, target, RELATION, kind);
  }

  private static void types(ZipOutputStream zip, String main, String type, String more)
      throws IOException {
    part(
        zip,
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
            + "relationships+xml'/>"
            + override(main, type)
            + more
            + "</Types>");
  }

  private static void relations(ZipOutputStream zip, String name, String relations)
      throws IOException {
    part(
        zip,
        name,
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + relations
            + "</Relationships>");
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
