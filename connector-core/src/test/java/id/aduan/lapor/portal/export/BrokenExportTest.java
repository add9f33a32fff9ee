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
  void an_empty_file() throws IOException {
    assertThat(fault(new byte[0])).isEqualTo("export.empty");
  }

  @Test
  void a_page_of_the_portal_instead_of_the_file() throws IOException {
    assertThat(fault("<!DOCTYPE html><html><body>Masuk</body></html>".getBytes(UTF_8)))
        .isEqualTo("export.not_workbook");
  }

  @Test
  void a_text_file() throws IOException {
    assertThat(fault("Tracking ID;Tanggal\n8400001;29 May 2024\n".getBytes(UTF_8)))
        .isEqualTo("export.not_workbook");
  }

  @Test
  void an_old_workbook() throws IOException {
    assertThat(fault(container("Workbook"))).isEqualTo("export.old_workbook");
  }

  @Test
  void one_that_is_protected_by_a_password() throws IOException {
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
  void an_open_document() throws IOException {
    Path file =
        PackedParts.book()
            .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            .write(at());

    assertThat(fault(file)).isEqualTo("export.not_workbook");
  }

  @Test
  void another_packed_file() throws IOException {
    assertThat(fault(new PackedParts().part("word/document.xml", "<w/>").write(at())))
        .isEqualTo("export.not_workbook");
  }

  @Test
  void half_a_file() throws IOException {
    byte[] whole = Files.readAllBytes(new ExportBook().row("8400001").write(at()));

    assertThat(fault(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("export.damaged");
  }

  @Test
  void a_sheet_that_ends_half_way() throws IOException {
    Path file =
        PackedParts.book()
            .part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + PackedParts.header())
            .write(at());

    assertThat(fault(file)).isEqualTo("export.damaged");
  }

  @Test
  void a_byte_that_is_another() throws IOException {
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
  void a_sheet_that_unpacks_to_far_more_than_it_holds() throws IOException {
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
  void a_file_of_many_thousand_parts() throws IOException {
    PackedParts book = PackedParts.book();
    for (int i = 0; i < 2000; i++) {
      book.part("xl/media/" + i, "");
    }

    assertThat(fault(book.write(at()))).isEqualTo("export.bomb");
  }

  @Test
  void entities_that_grow() throws IOException {
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
  void a_file_of_another_kind_of_report() throws IOException {
    Path file = new ExportBook().rename("Tracking ID", "Nomor").row("8400001").write(at());

    assertThat(fault(file)).isEqualTo("export.no_header");
  }

  @Test
  void a_header_without_a_column_that_is_needed() throws IOException {
    Path file = new ExportBook().without("Status Laporan").row("8400001").write(at());

    assertThat(failure(file).getMessage()).contains("no column 'Status Laporan'");
  }

  @Test
  void a_header_with_a_column_twice() throws IOException {
    Path file = new ExportBook().with("STATUS LAPORAN").row("8400001").write(at());

    assertThat(failure(file).getMessage()).contains("'Status Laporan' twice");
  }

  @Test
  void a_cell_of_five_megabytes() throws IOException {
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
  void two_million_rows() throws IOException {
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
  void a_value_far_to_the_right() throws IOException {
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
  void two_sheets_of_which_none_is_named_as_the_portal_does() throws IOException {
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
  void a_file_that_is_too_large() throws IOException {
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
