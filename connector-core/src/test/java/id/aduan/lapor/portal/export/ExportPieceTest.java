package id.aduan.lapor.portal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.portal.UnusableExportException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a parser would hold as a whole is refused before it is much. */
@Tag("S13")
class ExportPieceTest {
  private static final int MIB = 1 << 20;
  @TempDir Path folder;

  @Test
  void an_attribute_of_megabytes_is_refused() throws IOException {
    assertThat(fault("<row r=\"2\" a=\"" + "x".repeat(3 * MIB) + "\"/>")).isEqualTo("export.bomb");
  }

  @Test
  void a_comment_of_megabytes_is_refused() throws IOException {
    assertThat(fault("<!--" + "x".repeat(3 * MIB) + "-->")).isEqualTo("export.bomb");
  }

  @Test
  void a_cdata_section_of_megabytes_that_nobody_reads_is_refused() throws IOException {
    assertThat(fault("<row r=\"2\"><x><![CDATA[" + "x".repeat(3 * MIB) + "]]></x></row>"))
        .isEqualTo("export.bomb");
  }

  @Test
  void an_instruction_of_megabytes_is_refused() throws IOException {
    assertThat(fault("<?x " + "x".repeat(3 * MIB) + "?>")).isEqualTo("export.bomb");
  }

  @Test
  void elements_without_end_in_each_other_are_refused() throws IOException {
    assertThat(fault("<a>".repeat(MIB))).isEqualTo("export.bomb");
  }

  @Test
  void names_of_which_each_is_another_are_refused() throws IOException {
    StringBuilder elements = new StringBuilder();
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      elements.append("<e").append(i).append("/>");
      attributes.append("<e a").append(i).append("=\"\"/>");
    }

    assertThat(fault(elements.toString())).isEqualTo("export.bomb");
    assertThat(fault(attributes.toString())).isEqualTo("export.bomb");
  }

  @Test
  void more_links_than_a_workbook_has_parts_are_refused() throws IOException {
    StringBuilder links = new StringBuilder("<Relationships>");
    for (int i = 0; i < 2_000; i++) {
      links.append("<Relationship Id=\"r").append(i).append("\" Target=\"x\"/>");
    }
    Path file =
        PackedParts.book()
            .part("xl/_rels/workbook.xml.rels", links + "</Relationships>")
            .write(folder.resolve("e.xlsx"));

    assertThat(fault(file)).isEqualTo("export.bomb");
  }

  @Test
  void many_small_pieces_are_read_however_long_they_are_together() throws IOException {
    Path file =
        PackedParts.book()
            .sheet(
                out -> {
                  PackedParts.text(out, PackedParts.header());
                  PackedParts.text(out, ("<!--" + "x".repeat(1000) + "-->").repeat(3_000));
                })
            .write(folder.resolve("e.xlsx"));

    try (ExcelExport export = open(file)) {
      assertThat(export.rows()).isZero();
    }
  }

  private String fault(String rows) throws IOException {
    return fault(
        PackedParts.book()
            .sheet(
                out -> {
                  PackedParts.text(out, PackedParts.header());
                  PackedParts.text(out, rows);
                })
            .write(folder.resolve("e.xlsx")));
  }

  private static String fault(Path file) {
    UnusableExportException e =
        catchThrowableOfType(UnusableExportException.class, () -> open(file).close());
    assertThat(e).isNotNull();
    return e.code();
  }

  private static ExcelExport open(Path file) {
    return ExcelExport.open(file, ExcelExportTest.settings(ZoneOffset.UTC), ExportBounds.USUAL);
  }
}
