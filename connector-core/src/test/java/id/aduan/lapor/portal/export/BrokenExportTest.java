package id.aduan.lapor.portal.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.portal.UnusableExportException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each ends in one line that says what is wrong and what to do, and nothing is read of the file.
 */
class BrokenExportTest {
  @TempDir Path folder;

  @Test
  void anEmptyFile() throws IOException {
    assertThat(fault(new byte[0])).isEqualTo("export.empty");
  }

  @Test
  void aPageOfThePortalInsteadOfTheFile() throws IOException {
    assertThat(fault("<!DOCTYPE html><html><body>Masuk</body></html>".getBytes(UTF_8)))
        .isEqualTo("export.not_workbook");
  }

  @Test
  void aTextFile() throws IOException {
    assertThat(fault("Tracking ID;Tanggal\n8400001;29 May 2024\n".getBytes(UTF_8)))
        .isEqualTo("export.not_workbook");
  }

  @Test
  void anOldWorkbook() throws IOException {
    assertThat(fault(container("Workbook"))).isEqualTo("export.old_workbook");
  }

  @Test
  void oneThatIsProtectedByAPassword() throws IOException {
    assertThat(fault(container("EncryptedPackage"))).isEqualTo("export.encrypted");
  }

  private static byte[] container(String stream) {
    ByteBuffer file = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(0, 0xe11ab1a1e011cfd0L).putShort(0x1e, (short) 9).putInt(0x30, 1);
    file.position(1024);
    file.put(stream.getBytes(StandardCharsets.UTF_16LE));
    return file.array();
  }

  @Test
  void anOpenDocument() throws IOException {
    Path file =
        PackedParts.book()
            .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            .write(at());

    assertThat(fault(file)).isEqualTo("export.not_workbook");
  }

  @Test
  void anotherPackedFile() throws IOException {
    assertThat(fault(new PackedParts().part("word/document.xml", "<w/>").write(at())))
        .isEqualTo("export.not_workbook");
  }

  @Test
  void halfAFile() throws IOException {
    byte[] whole = Files.readAllBytes(new ExportBook().row("8400001").write(at()));

    assertThat(fault(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("export.damaged");
  }

  @Test
  void aSheetThatEndsHalfWay() throws IOException {
    Path file =
        PackedParts.book()
            .part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + PackedParts.header())
            .write(at());

    assertThat(fault(file)).isEqualTo("export.damaged");
  }

  @Test
  void aByteThatIsAnother() throws IOException {
    Path file = new ExportBook().row("8400001", "Judul Laporan", "Z".repeat(2000)).write(at());
    byte[] bytes = Files.readAllBytes(file);
    int found = 0;
    for (int i = 40; i < bytes.length - 400; i += 7) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x55;
      found += isRefused(flipped) ? 1 : 0;
    }

    assertThat(found).as("parts that nobody reads may be damaged").isGreaterThan(50);
  }

  private boolean isRefused(byte[] bytes) throws IOException {
    Files.write(at(), bytes);
    try (ExcelExport export = open(at())) {
      assertThat(export.rows()).isEqualTo(1);
      return false;
    } catch (UnusableExportException e) {
      return true;
    }
  }

  @Test
  void aSheetThatUnpacksToFarMoreThanItHolds() throws IOException {
    byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
    Path file =
        PackedParts.book()
            .sheet(
                out -> {
                  PackedParts.text(out, PackedParts.header());
                  for (int i = 0; i < 64; i++) {
                    out.write(blanks);
                  }
                })
            .write(at());

    assertThat(fault(file)).isEqualTo("export.bomb");
  }

  @Test
  void aFileOfManyThousandParts() throws IOException {
    PackedParts book = PackedParts.book();
    for (int i = 0; i < 2000; i++) {
      book.part("xl/media/" + i, "");
    }

    assertThat(fault(book.write(at()))).isEqualTo("export.bomb");
  }

  @Test
  void entitiesThatGrow() throws IOException {
    Path file =
        PackedParts.book()
            .part(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                    + "<sst><si><t>&b;</t></si></sst>")
            .sheet(out -> PackedParts.text(out, PackedParts.header()))
            .write(at());

    assertThat(fault(file)).isEqualTo("export.damaged");
  }

  @Test
  void aFileOfAnotherKindOfReport() throws IOException {
    Path file = new ExportBook().rename("Tracking ID", "Nomor").row("8400001").write(at());

    assertThat(fault(file)).isEqualTo("export.no_header");
  }

  @Test
  void aHeaderWithoutAColumnThatIsNeeded() throws IOException {
    Path file = new ExportBook().without("Status Laporan").row("8400001").write(at());

    assertThat(failure(file).getMessage()).contains("no column 'Status Laporan'");
  }

  @Test
  void aHeaderWithAColumnTwice() throws IOException {
    Path file = new ExportBook().with("STATUS LAPORAN").row("8400001").write(at());

    assertThat(failure(file).getMessage()).contains("'Status Laporan' twice");
  }

  @Test
  void aCellOfFiveMegabytes() throws IOException {
    String text = "isi ".repeat(5 << 18);
    Path inCell =
        PackedParts.book()
            .sheet(
                out -> {
                  PackedParts.text(out, PackedParts.header());
                  PackedParts.text(out, "<row r=\"2\">" + PackedParts.cell("H2", text) + "</row>");
                })
            .write(at());

    assertThat(failure(inCell).getMessage()).contains("the cell H2 holds more than 65536");

    Path shared =
        PackedParts.book()
            .part("xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>")
            .sheet(out -> PackedParts.text(out, PackedParts.header()))
            .write(at());

    assertThat(fault(shared)).isEqualTo("export.cell_too_long");
  }

  @Test
  void twoMillionRows() throws IOException {
    Path file =
        PackedParts.book()
            .sheet(
                out -> {
                  PackedParts.text(out, PackedParts.header());
                  StringBuilder rows = new StringBuilder();
                  for (int row = 2; row <= 2_000_000; row++) {
                    rows.append("<row r=\"").append(row).append("\"><c><v>");
                    rows.append(Integer.toHexString(row * 31)).append("</v></c></row>");
                    if (rows.length() > 100_000) {
                      PackedParts.text(out, rows.toString());
                      rows.setLength(0);
                    }
                  }
                  PackedParts.text(out, rows.toString());
                })
            .write(at());

    assertThat(fault(file)).isEqualTo("export.too_many_rows");
  }

  @Test
  void aValueFarToTheRight() throws IOException {
    Path file =
        PackedParts.book()
            .sheet(
                out -> {
                  PackedParts.text(out, PackedParts.header());
                  PackedParts.text(out, "<row r=\"2\">" + PackedParts.cell("XFD2", "x") + "</row>");
                })
            .write(at());

    assertThat(fault(file)).isEqualTo("export.too_many_columns");
  }

  @Test
  void twoSheetsOfWhichNoneIsNamedAsThePortalDoes() throws IOException {
    String sheets =
        "<workbook><sheets><sheet name=\"a\" id=\"rId1\"/><sheet name=\"b\" id=\"rId1\"/></sheets>"
            + "</workbook>";
    Path file =
        PackedParts.book()
            .part("xl/workbook.xml", sheets)
            .sheet(out -> PackedParts.text(out, PackedParts.header()))
            .write(at());

    assertThat(fault(file)).isEqualTo("export.several_sheets");
  }

  @Test
  void aFileThatIsTooLarge() throws IOException {
    Path file = new ExportBook().row("8400001").write(at());
    ExportBounds small = new ExportBounds(100, 1 << 20, 200, 100, 100);

    UnusableExportException e =
        catchThrowableOfType(
            UnusableExportException.class,
            () -> ExcelExport.open(file, ExcelExportTest.settings(ZoneOffset.UTC), small));

    assertThat(e.code()).isEqualTo("export.too_large");
  }

  private Path at() {
    return folder.resolve("export.xlsx");
  }

  private String fault(byte[] content) throws IOException {
    return fault(Files.write(at(), content));
  }

  private String fault(Path file) {
    return failure(file).code();
  }

  private UnusableExportException failure(Path file) {
    UnusableExportException e =
        catchThrowableOfType(UnusableExportException.class, () -> open(file).close());
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(250);
    return e;
  }

  private static ExcelExport open(Path file) {
    return ExcelExport.open(file, ExcelExportTest.settings(ZoneOffset.UTC), ExportBounds.USUAL);
  }
}
