package id.aduan.lapor.runner.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.portal.PortalFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports as local systems write them, and as they must not. */
class ReportReaderTest {
  static final String REPORT =
      """
      {"source": "loket", "number": "2026-0012", "title": "Rambu roboh",
       "content": "Rambu roboh di simpang tiga.", "category": 1398, "classification": "6",
       "incidentOn": "2026-11-20", "anonymous": false, "secret": true,
       "reporter": {"name": "Rahmat ZZPII-7", "phone": "0813", "email": "r@example.invalid"},
       "institution": "151999",
       "files": [{"name": "foto/rambu.jpg", "type": "image/jpeg", "base64": "Z2FtYmFy"}]}
      """;
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema());

  private static String schema() {
    try (InputStream in = ReportReaderTest.class.getResourceAsStream("local-report.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HandedIn read(String json) {
    return ReportReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aWholeReportIsReadAndWhatIsWrittenOfItIsTheSame() {
    HandedIn read = read(REPORT);

    LocalReport report = read.report();
    assertThat(report.source().value()).isEqualTo("loket");
    assertThat(report.categoryId()).contains("1398");
    assertThat(report.classificationId()).contains("6");
    assertThat(report.incidentOn()).contains(LocalDate.parse("2026-11-20"));
    assertThat(report.anonymous()).isFalse();
    assertThat(report.secret()).isTrue();
    assertThat(report.institution()).contains("151999");
    assertThat(read.files())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.name()).isEqualTo("rambu.jpg");
              assertThat(it.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("gambar");
            });
    HandedIn again = read(read.json());
    assertThat(again.report()).isEqualTo(report);
    assertThat(again.files()).extracting(PortalFile::name).containsExactly("rambu.jpg");
    assertThat(SCHEMA.validate(read.json(), InputFormat.JSON)).isEmpty();
    assertThat(read.toString()).doesNotContain("ZZPII", "simpang");
  }

  @Test
  void theShortestReportIsReadAndFitsTheSchema() {
    String shortest =
        "{\"source\":\"wa\",\"number\":\"1\",\"content\":\"x\",\"anonymous\":true,\"secret\":true}";

    LocalReport report = read(shortest).report();

    assertThat(report.reporter()).isEqualTo(Reporter.NOBODY);
    assertThat(report.institution()).isEqualTo(Optional.empty());
    assertThat(SCHEMA.validate(shortest, InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(REPORT, InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaIsItselfValidAndTheSameInTheDocuments() throws Exception {
    JsonSchema ofSchemas =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));

    assertThat(ofSchemas.validate(schema(), InputFormat.JSON)).isEmpty();
    assertThat(Files.readString(Path.of("../../docs/reference/local-report.schema.json")))
        .isEqualTo(schema());
  }

  @ParameterizedTest(name = "{2}")
  @Tag("S8")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "source": "loket"        | "source": "Loket ZZSEC"     | source is 1 to 32
          "source": "loket", "number" | "number"                 | the report has no 'source'
          "number": "2026-0012"    | "number": "ZZSEC nomor"     | number is 1 to 64
          "number": "2026-0012"    | "number": 12                | 'number' is text
          "title"                  | "judul"                     | a key of a report is not known
          "title"                  | "source"                    | no JSON, or a key twice
          "Rambu roboh di simpang tiga." | "  "                  | content is not blank
          "Rambu roboh di simpang tiga." | "ZZSEC\\ud800"        | half a character
          1398                     | 13.98                       | 'category' is text
          1398                     | null                        | 'category' is text
          "6"                      | "enam"                      | classification is a number
          "2026-11-20"             | "20-11-2026"                | incidentOn is a day
          "anonymous": false       | "anonymous": "false"        | 'anonymous' is true or false
          "anonymous": false,      | ``                          | the report has no 'anonymous'
          "phone"                  | "nik"                       | a key of the reporter is not known
          {"name": "Rahmat ZZPII-7", "phone": "0813", "email": "r@example.invalid"} | [[[[[[]]]]]] | the reporter is a JSON object
          "image/jpeg"             | "ZZSEC"                     | the type of a file
          "foto/rambu.jpg"         | "foto/"                     | the name of a file
          "Z2FtYmFy"               | "ZZSEC!"                    | no Base64
          "151999"                 | "../../ZZSEC"               | institution is a number
          """)
  void whatIsNoReportIsRefusedWithItsPlaceAndWithoutItsValue(
      String right, String wrong, String told) {
    assertThat(REPORT).contains(right);
    String report = REPORT.replace(right, wrong);

    assertThatThrownBy(() -> read(report))
        .isInstanceOf(ReportFault.class)
        .hasMessageContaining(told)
        .hasMessageNotContaining("ZZSEC")
        .hasMessageNotContaining("ZZPII");
    assertThat(REPORT).isNotEqualTo(report);
  }

  @Test
  @Tag("S8")
  void whatIsNoJsonIsRefusedInOneLine() {
    assertThatThrownBy(() -> read("")).isInstanceOf(ReportFault.class);
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("a report is a JSON object");
    assertThatThrownBy(() -> read(REPORT + "{}")).hasMessageContaining("behind the report");
    assertThatThrownBy(() -> read(REPORT.substring(0, 60))).hasMessageContaining("no JSON");
    byte[] latin = REPORT.replace("Rambu", "Rambú").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> ReportReader.read(latin)).hasMessageContaining("not UTF-8");
    String deep = "{\"files\":" + "[".repeat(100_000);
    assertThatThrownBy(() -> read(deep)).isInstanceOf(ReportFault.class);
    String files = "{\"name\":\"a\",\"type\":\"a/b\",\"base64\":\"\"},".repeat(11);
    assertThatThrownBy(() -> read("{\"files\":[" + files.substring(0, files.length() - 1) + "]}"))
        .hasMessageContaining("at most 10 files");
    assertThatThrownBy(() -> ReportReader.read(new byte[ReportReader.BYTES_MAX + 1]))
        .hasMessageContaining("at most");
  }
}
