package id.aduan.lapor.documents.recap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.documents.odf.OdfCheck;
import id.aduan.lapor.documents.odf.OdfVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an official does to the template in LibreOffice is there in what is made, or refused. */
class RecapTemplateTest {
  private static final String CELL = "office:value-type=\"string\"><text:p>";
  @TempDir private Path folder;

  @Test
  void aTemplateThatLibreOfficeSavedAnewMakesTheSameRecap() throws Exception {
    Path saved = saved(edited("", ""));

    String made = content(made(saved, 100));

    assertThat(made)
        .contains(
            "table:print-ranges=\"&apos;Buku register&apos;.A1:&apos;Buku register&apos;.S95\"")
        .contains("&apos;Buku register&apos;.A5:&apos;Buku register&apos;.S95\"")
        .contains("draw:notify-on-update-of-ranges=\"Ringkasan.A17:Ringkasan.A32 ")
        .contains("office:value-type=\"float\" office:value=\"90\"><text:p>90</text:p>")
        .doesNotContain("ObjectReplacements");
    assertThat(part(folder.resolve("made.ods"), "Object 1/content.xml"))
        .contains("chart:values-cell-range-address=\"Ringkasan.B17:Ringkasan.B32\"")
        .doesNotContain("local-table");
    assertThat(part(folder.resolve("made.ods"), "settings.xml")).doesNotContain("PrinterSetup");
    assertThat(new OdfCheck(RecapSheets.BOUNDS).check(folder.resolve("made.ods")).isFit()).isTrue();
  }

  @Test
  void libreOfficeReadsTheFiguresOfARecapByATemplateThatItSaved() throws Exception {
    made(saved(edited("", "")), 20);

    office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "made");

    assertThat(Files.readString(folder.resolve("made-Ringkasan.csv")))
        .contains("Diterima dalam periode,18\n", "Tidak ada lagi di portal,1\n")
        .doesNotContain("${");
  }

  @Test
  void figuresAreNumbersWhereverTheyStand() throws Exception {
    assertThat(content(made(edited("", ""), 20)))
        .contains("table:style-name=\"angka\" office:value-type=\"float\" office:value=\"18\">");
  }

  @Test
  void aMergedCellStaysMergedAndAFormatOfItsTextStays() throws Exception {
    Path template =
        edited(
            CELL + "${register.judul}</text:p></table:table-cell>",
            "table:number-columns-spanned=\"2\" "
                + CELL
                + "<text:span text:style-name=\"tebal1\">${register.judul}</text:span></text:p>"
                + "</table:table-cell><table:covered-table-cell/>");

    assertThat(content(made(template, 20)))
        .contains(
            "table:number-columns-spanned=\"2\" office:value-type=\"string\"><text:p><text:span"
                + " text:style-name=\"tebal1\">Jalan rusak");
  }

  @Test
  void aCommentOfWhoeverEditedItDoesNotGoOut() throws Exception {
    Path template =
        edited(
            CELL + "${register.judul}",
            "office:value-type=\"string\"><office:annotation><dc:creator"
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Budi</dc:creator><text:p>lebar?"
                + "</text:p></office:annotation><text:p>${register.judul}");

    assertThat(content(made(template, 20)))
        .contains("Jalan rusak")
        .doesNotContain("Budi", "lebar?");
  }

  @Test
  void aFieldThatReachesBelowAListFollowsItAndOneAboveItStays() throws Exception {
    Path template =
        edited(
            "<table:database-ranges>",
            "<table:named-expressions><table:named-range table:name=\"a\""
                + " table:base-cell-address=\"$Ringkasan.$A$1\""
                + " table:cell-range-address=\"$Ringkasan.$A$19:.$B$21\"/></table:named-expressions>"
                + "<table:database-ranges>");

    // 16 statuses stand where the template has one row
    assertThat(content(made(template, 100)))
        .contains("table:base-cell-address=\"$Ringkasan.$A$1\"")
        .contains("table:cell-range-address=\"$Ringkasan.$A$34:.$B$40\"");
  }

  @Test
  void emptyRowsDownToTheEndOfASheetDoNotPushItsListOverIt() throws Exception {
    String filling =
        "<table:table-row table:number-rows-repeated=\"1048550\"><table:table-cell/>"
            + "</table:table-row>";
    Path template =
        edited(
            "</table:table><table:database-ranges>",
            filling + "</table:table><table:database-ranges>");

    assertThat(content(made(template, 100))).doesNotContain("1048550");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a formula | <table:table-cell table:formula="of:=SUM([.B5:.B9])" office:value-type="float" office:value="1"/>
          ${periode} in more than one format | <table:table-cell><text:p>a ${per<text:span>iode}</text:span></text:p></table:table-cell>
          ${status.nama} outside a row of its list | <table:table-row><table:table-cell><text:p>${kanal.nama} ${status.nama}</text:p></table:table-cell></table:table-row>
          recorded changes | <table:table-cell/><table:tracked-changes/>
          a second row that is the same | <table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>${kanal.nama}</text:p></table:table-cell></table:table-row>
          merged with those of another row | <table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>${kanal.nama}</text:p></table:table-cell></table:table-row>
          merged with those of another row | <table:table-row><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>${kanal.nama}</text:p></table:table-cell></table:table-row>
          """)
  void whatWouldNotSurviveIsRefusedByItsName(String name, String xml) throws IOException {
    boolean row = xml.startsWith("<table:table-row");
    Path template =
        row
            ? edited(
                "</table:table><table:database-ranges>",
                xml + "</table:table><table:database-ranges>")
            : edited("<table:table-cell/></table:table-row>", xml + "</table:table-row>");

    assertThatThrownBy(() -> RecapTemplate.of(template))
        .isInstanceOf(UnusableTemplateException.class)
        .hasMessageContaining(name);
  }

  private Path saved(Path template) throws Exception {
    Path there = Files.createDirectory(folder.resolve("saved"));
    office("ods", "t", "--outdir", there.toString());
    assertThat(template).exists();
    return there.resolve("t.ods");
  }

  private Path made(Path template, int cases) throws IOException {
    Path made = folder.resolve("made.ods");
    try (OutputStream out = Files.newOutputStream(made)) {
      new RecapSheets(RecapTemplate.of(template), OdfVersion.V1_2)
          .write(RecapRows.recap(RecapRows.many(cases)), out);
    }
    return made;
  }

  private static String content(Path ods) throws IOException {
    return part(ods, "content.xml");
  }

  private static String part(Path ods, String name) throws IOException {
    try (ZipFile zip = new ZipFile(ods.toFile())) {
      byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** The shipped one with a text of its parts replaced. */
  private Path edited(String from, String to) throws IOException {
    Path file = folder.resolve("t.ods");
    boolean found = from.isEmpty();
    try (ZipInputStream in =
            new ZipInputStream(RecapTemplate.class.getResourceAsStream("recap.ods"));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        boolean first = entry.getName().equals("mimetype"); // stays as it is: stored
        out.putNextEntry(first ? new ZipEntry(entry) : new ZipEntry(entry.getName()));
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        found |= text.contains(from);
        out.write(
            (from.isEmpty() ? text : text.replace(from, to)).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(found).as("the template has %s", from).isTrue();
    return file;
  }

  private void office(String form, String name, String... more) throws Exception {
    Path said = folder.resolve("said.txt");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "soffice",
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            form));
    command.addAll(more.length > 0 ? List.of(more) : List.of("--outdir", folder.toString()));
    command.add(folder.resolve(name + ".ods").toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }
}
