package id.aduan.lapor.documents.recap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.documents.odf.OdfCheck;
import id.aduan.lapor.documents.odf.OdfValidatorTool;
import id.aduan.lapor.documents.odf.OdfVersion;
import id.aduan.lapor.sync.RecapRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecapSheetsTest {
  private static final String FORMULA = "=HYPERLINK(\"http://x\";\"klik\")";
  private static final List<String> NAUGHTY =
      List.of(
          FORMULA,
          "+1+1",
          "@SUM(A1)",
          "-2",
          "\tTab",
          "nol\u0000bel\u0007 \uFFFE \uD800 akhir",
          "\u202Ekilab akhir",
          "شكوى عن الطريق",
          "<office:script/> & \"kutip\" ]]>",
          "${register.judul} ${periode} $1 \\1",
          "a".repeat(40_000),
          "Jalan rusak ".repeat(14) + "J",
          "");
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aRecapOfAThousandCasesIsValid(OdfVersion version) throws Exception {
    byte[] ods = written(RecapRows.recap(RecapRows.many(1_000)), version);

    assertValid(ods);
  }

  @Test
  void aMonthWithoutCasesIsValidToo() throws Exception {
    assertValid(written(RecapRows.recap(List.of()), OdfVersion.V1_2));
  }

  @Test
  void textsOfReportersAreTextsWhateverTheyHold() throws Exception {
    byte[] ods = written(naughty(), OdfVersion.V1_2);

    assertValid(ods);
    assertThat(part(ods, "content.xml"))
        .doesNotContain("table:formula")
        .contains("${register.judul} ${periode} $1 \\1")
        .contains("nol\uFFFDbel\uFFFD")
        .contains("\uFFFDkilab")
        .contains("[…]");
  }

  @Test
  void libreOfficeShowsAFormulaOfAReporterAsItsLetters() throws Exception {
    Path file = Files.write(folder.resolve("r.ods"), written(naughty(), OdfVersion.V1_2));

    office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", file);

    Path register = folder.resolve("r-Buku register.csv");
    assertThat(Files.readString(register)).contains("=HYPERLINK(").contains("+1+1");
  }

  @Test
  void libreOfficePrintsEverySheet() throws Exception {
    Path file =
        Files.write(
            folder.resolve("r.ods"), written(RecapRows.recap(RecapRows.many(60)), OdfVersion.V1_2));

    office("pdf", file);

    assertThat(folder.resolve("r.pdf")).isNotEmptyFile();
  }

  @Test
  void theSameRecapHasTheSameBytes() throws IOException {
    Recap recap = RecapRows.recap(RecapRows.many(30));

    assertThat(written(recap, OdfVersion.V1_2)).isEqualTo(written(recap, OdfVersion.V1_2));
  }

  @Test
  void printAreaAndFilterEndWithTheRegister() throws IOException {
    byte[] ods = written(RecapRows.recap(RecapRows.many(100)), OdfVersion.V1_2);

    // 5 rows of head, and 90 of 100 cases were received in the period
    assertThat(part(ods, "content.xml"))
        .contains("table:print-ranges=\"'Buku register'.A1:'Buku register'.S95\"")
        .contains("&apos;Buku register&apos;.A5:&apos;Buku register&apos;.S95\"");
  }

  @Test
  void aTemplateWithAPlaceThatThereIsNotIsRefusedByItsName() throws IOException {
    Path template = edited("${periode}", "${priode}");

    assertThatThrownBy(() -> RecapTemplate.of(template))
        .isInstanceOf(UnusableTemplateException.class)
        .hasMessageContaining("${priode}");
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("t.ods"), "nothing of the kind");

    assertThatThrownBy(() -> RecapTemplate.of(file))
        .isInstanceOf(UnusableTemplateException.class)
        .hasMessageContaining("LibreOffice");
  }

  @Test
  void aTemplateWithADocumentTypeIsRefused() throws IOException {
    Path template = edited("<office:document-content", "<!DOCTYPE a []><office:document-content");

    assertThatThrownBy(() -> RecapTemplate.of(template))
        .isInstanceOf(UnusableTemplateException.class);
  }

  @Test
  void aTemplateWithWhatNoDocumentOfOursMayHaveIsRefusedByItsCode() throws IOException {
    Path linked =
        edited("${periode}", "<text:a xlink:type=\"simple\" xlink:href=\"http://x/\">x</text:a>");

    assertThatThrownBy(() -> RecapTemplate.of(linked))
        .isInstanceOf(UnusableTemplateException.class)
        .hasMessageContaining("HYPERLINK");
  }

  @Test
  void theShippedTemplateAndWhatIsMadeByItAreFitToLeave() throws IOException {
    Path unchanged = edited("", "");
    Path made = Files.write(folder.resolve("r.ods"), written(naughty(), OdfVersion.V1_2));

    assertThat(RecapTemplate.of(unchanged).filled()).isNotEmpty();
    assertThat(new OdfCheck(RecapSheets.BOUNDS).check(made).findings()).isEmpty();
  }

  @Test
  void whatIsLongerThanASheetIsRefusedBeforeAByteIsWritten() {
    Recap small = RecapRows.recap(List.of());
    RecapFigures figures = figures(RecapSheets.ROWS_MAX + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Recap large = new Recap(small.head(), small.names(), figures, visitor -> {});

    assertThatThrownBy(
            () -> new RecapSheets(RecapTemplate.shipped(), OdfVersion.V1_2).write(large, out))
        .isInstanceOf(RecapTooLongException.class)
        .hasMessageContaining("1,000,001")
        .hasMessageContaining("shorter period");
    assertThat(out.size()).isZero();
  }

  private static RecapFigures figures(long received) {
    List<RecapFigures.Count> none = List.of();
    return new RecapFigures(
        received, 0, 0, 0, 0, 0, 0, 0, 0, none, none, none, none, List.of(), List.of());
  }

  private Path edited(String from, String to) throws IOException {
    Path file = folder.resolve("t.ods");
    try (ZipInputStream in =
            new ZipInputStream(RecapTemplate.class.getResourceAsStream("recap.ods"));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        boolean first = entry.getName().equals("mimetype"); // stays as it is: stored
        out.putNextEntry(first ? new ZipEntry(entry) : new ZipEntry(entry.getName()));
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.write(
            (from.isEmpty() ? text : text.replace(from, to)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static Recap naughty() {
    List<RecapRow> rows = new ArrayList<>();
    for (int i = 0; i < 2 * NAUGHTY.size(); i++) {
      rows.add(RecapRows.one(i * 10 + 1, NAUGHTY.get(i % NAUGHTY.size())));
    }
    return RecapRows.recap(rows);
  }

  private static byte[] written(Recap recap, OdfVersion version) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RecapSheets(RecapTemplate.shipped(), version).write(recap, out);
    return out.toByteArray();
  }

  private static String part(byte[] ods, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(ods))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no part " + name);
  }

  private void assertValid(byte[] ods) throws Exception {
    Path file = Files.write(folder.resolve("valid.ods"), ods);
    assertThat(OdfValidatorTool.faults(file)).isEmpty();
  }

  private void office(String form, Path file) throws Exception {
    run(
        List.of(
            "soffice",
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            folder.toString(),
            file.toString()));
  }

  private void run(List<String> command) throws Exception {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }
}
