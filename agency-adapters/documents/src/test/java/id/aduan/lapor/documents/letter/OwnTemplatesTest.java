package id.aduan.lapor.documents.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.aduan.lapor.documents.odf.OdfValidatorTool;
import id.aduan.lapor.documents.odf.OdfVersion;
import id.aduan.lapor.documents.odf.OfficeTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates as officials make them: each is saved by LibreOffice before it is read. */
@Tag("nightly")
class OwnTemplatesTest {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
       xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
       xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
       xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
       xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
       xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
       xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:xlink="http://www.w3.org/1999/xlink"
       xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
       office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      <office:body><office:text>
      """;
  private static final String TAIL = "</office:text></office:body></office:document>";

  @TempDir private Path folder;

  @BeforeEach
  void withLibreOffice() {
    assumeTrue(OfficeTool.isThere(), "LibreOffice and poppler are not installed");
  }

  private Path saved(String inside) throws IOException, InterruptedException {
    Path flat = Files.writeString(folder.resolve("contoh.fodt"), HEAD + inside + TAIL);
    Path out = Files.createDirectories(folder.resolve("saved"));
    return OfficeTool.converted("odt", "odt", out, flat).get(0);
  }

  private static LetterTemplate template(Path file) throws IOException, LetterTemplateException {
    return LetterTemplate.read(Files.readAllBytes(file));
  }

  private Path letter(LetterTemplate template, String name, LetterData data) throws Exception {
    byte[] letter = template.letter(data, SampleLetter.META, OdfVersion.V1_3);
    return Files.write(folder.resolve(name + ".odt"), letter);
  }

  private static LetterData data(String note) {
    return new LetterData(
        Map.of("catatan", note, "nama", "NAMA PEJABAT", "judul", "Lampu mati"),
        Map.of("lampiran", List.of(Map.of("nama", "a.jpg"), Map.of("nama", "b.jpg"))));
  }

  private static String part(Path odt, String name) throws IOException {
    try (ZipFile zip = new ZipFile(odt.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      return entry == null ? "" : new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
    }
  }

  private static long count(String text, String what) {
    return text.split(java.util.regex.Pattern.quote(what), -1).length - 1L;
  }

  @Test
  void aTextBoxOnAPlaceholdersParagraphIsThereOnceWhateverThereIsToSay() throws Exception {
    LetterTemplate template =
        template(
            saved(
                """
                <text:p>Awal</text:p>
                <text:p><draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"
                 svg:x="9cm" svg:y="0cm"><draw:text-box><text:p>Paraf petugas: ${nama}</text:p>
                 </draw:text-box></draw:frame>${catatan}</text:p>
                <text:p>Akhir</text:p>
                """));
    Path none = letter(template, "none", data(""));
    Path one = letter(template, "one", data("satu"));
    Path many = letter(template, "many", data("satu\ndua\n\ntiga"));

    for (Path each : List.of(none, one, many)) {
      String content = part(each, "content.xml");
      assertThat(count(content, "Paraf petugas: NAMA PEJABAT")).as(each.toString()).isEqualTo(1);
      assertThat(count(content, "<draw:frame")).isEqualTo(1);
    }
    assertThat(OdfValidatorTool.faults(none, one, many)).isEmpty();
    String page = OfficeTool.text(OfficeTool.pdf(folder, many).get(0));
    assertThat(page).contains("satu", "dua", "tiga", "Paraf petugas: NAMA PEJABAT", "Akhir");
  }

  @Test
  void cellsMergedWithinARepeatedRowStayMergedInEachCopy() throws Exception {
    Path file =
        saved(
            """
            <table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>
            <table:table-header-rows><table:table-row><table:table-cell
             table:number-columns-spanned="3"><text:p>Daftar</text:p></table:table-cell>
             <table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
            </table:table-header-rows>
            <table:table-row><table:table-cell table:number-columns-spanned="2">
             <text:p>${lampiran.nama}</text:p></table:table-cell><table:covered-table-cell/>
             <table:table-cell><text:p>${judul}</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>X</text:p>
             </table:table-cell><table:table-cell/><table:table-cell/></table:table-row>
            <table:table-row><table:covered-table-cell/><table:table-cell/><table:table-cell/>
            </table:table-row></table:table><text:p/>
            """);

    Path letter = letter(template(file), "merged", data(""));

    assertThat(count(part(letter, "content.xml"), "table:number-columns-spanned=\"2\""))
        .isEqualTo(2);
    assertThat(OdfValidatorTool.faults(letter)).isEmpty();
    assertThat(OfficeTool.text(OfficeTool.pdf(folder, letter).get(0)))
        .contains("Daftar", "a.jpg", "b.jpg");
  }

  @Test
  void aRepeatedRowWithACellMergedDownwardsIsRefused() throws Exception {
    Path file =
        saved(
            """
            <table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>
            <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Berkas</text:p>
             </table:table-cell><table:table-cell><text:p>Nama</text:p></table:table-cell>
            </table:table-row>
            <table:table-row><table:covered-table-cell/><table:table-cell>
             <text:p>${lampiran.nama}</text:p></table:table-cell></table:table-row>
            </table:table><text:p/>
            """);

    assertThat(problems(file)).singleElement().asString().contains("spans several rows");
  }

  @Test
  void whatStandsInAContentControlIsTextAndItsFrameIsLeftOut() throws Exception {
    Path file =
        saved(
            "<text:p>Hal: <loext:content-control loext:showing-place-holder=\"false\">"
                + "${judul}</loext:content-control>.</text:p>");

    Path letter = letter(template(file), "control", data(""));

    assertThat(part(file, "content.xml")).contains("content-control");
    assertThat(part(letter, "content.xml")).doesNotContain("content-control");
    assertThat(OfficeTool.text(OfficeTool.pdf(folder, letter).get(0))).contains("Hal: Lampu mati.");
    assertThat(OdfValidatorTool.faults(letter)).isEmpty();
  }

  @Test
  void commentsAuthorsAndWhatAnEditorKeepsForItselfAreInNoLetter() throws Exception {
    Path file =
        saved(
            "<text:p>${judul}<office:annotation><dc:creator>ZZPII pejabat</dc:creator>"
                + "<text:p>ZZPII komentar</text:p></office:annotation></text:p>");

    Path letter = letter(template(file), "comment", data(""));

    assertThat(part(file, "content.xml")).contains("ZZPII komentar");
    assertThat(part(file, "settings.xml")).contains("Rsid", "PrinterName", "ooo:view-settings");
    assertThat(part(letter, "settings.xml"))
        .contains("ooo:configuration-settings")
        .doesNotContain(
            "Rsid",
            "PrinterName",
            "PrinterSetup",
            "PrintFaxName",
            "ooo:view-settings",
            "Embedded",
            "Database");
    for (String each : List.of("content.xml", "styles.xml", "meta.xml", "settings.xml")) {
      assertThat(part(letter, each)).doesNotContain("ZZPII");
    }
    assertThat(OdfValidatorTool.faults(letter)).isEmpty();
  }

  @Test
  void anEmbeddedObjectIsRefusedByName() throws Exception {
    String sheet =
        "<office:document office:version=\"1.3\""
            + " office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
            + "<office:body><office:spreadsheet><table:table table:name=\"S\"><table:table-column/>"
            + "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>"
            + "</table:table-row></table:table></office:spreadsheet></office:body></office:document>";
    Path file =
        saved(
            "<text:p>${judul}<draw:frame text:anchor-type=\"as-char\" svg:width=\"2cm\""
                + " svg:height=\"1cm\"><draw:object>"
                + sheet
                + "</draw:object></draw:frame></text:p>");

    assertThat(problems(file))
        .anyMatch(it -> it.contains("the template has an embedded object ('draw:object')"));
  }

  private static List<String> problems(Path file) {
    LetterTemplateException thrown =
        catchThrowableOfType(LetterTemplateException.class, () -> template(file));
    return thrown.problems().stream().map(TemplateProblem::what).toList();
  }
}
