package id.aduan.lapor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {
  private static final String FILE = "case-new.txt";

  @TempDir private Path dir;

  private List<String> faults(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
    Problems problems = new Problems();
    Templates.read(dir, problems);
    return problems.list().stream()
        .map(Problem::toString)
        .map(it -> it.replace(dir + "/", ""))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void every_shipped_text_names_each_of_its_facts_somewhere(Form form) {
    Map<String, String> values =
        Map.of("nomor", "9200001", "kategori", "Jalan", "tanggal", "26 November 2026");

    Templates.Text text = Templates.shipped().mail(form, values);

    assertThat(text.subject()).isNotBlank().doesNotContain("{").doesNotContain("\n");
    assertThat(text.body()).doesNotContain("{{").endsWith("\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"REPRIMAND"},
      mode = EnumSource.Mode.EXCLUDE)
  void every_shipped_short_text_is_one_message_of_160_characters(Form form) {
    Map<String, String> values =
        Map.of(
            "nomor", "9200001",
            "instansi", "Dinas Perhubungan",
            "jatuh_tempo", "26 November 2026",
            "tanggal", "26 November 2026",
            "sisa_hari", "3",
            "persen", "80",
            "jumlah_terlambat", "12",
            "tautan", "https://www.lapor.go.id/");

    assertThat(Templates.shipped().brief(form, values)).hasSizeBetween(60, 160);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      Subjek: x¶{{nomer}}          | case-new.txt:2:1: unknown placeholder here: 'nomer' (did you mean 'nomor'?)
      Subjek: {{persen}}¶x         | case-new.txt:1:9: unknown placeholder here: 'persen' (known: nomor
      Subjek: x¶ab {{nomor} cd     | case-new.txt:2:4: here a placeholder begins that does not end
      Subjek: x¶ab {{ nomor        | case-new.txt:2:4: here a placeholder begins that does not end
      Subjek: x¶ab }} cd           | case-new.txt:2:4: here a placeholder ends that did not begin
      Subjek: x¶{{}}               | case-new.txt:2:1: here a placeholder begins that does not end
      Yth. Bapak¶x                 | case-new.txt:1:1: the first line must be the subject
      Subjek:¶x                    | case-new.txt:1:1: the first line must be the subject
      Subjek: x                    | case-new.txt:1:10: there is no text
      """)
  void a_fault_in_a_text_is_told_with_its_place(String text, String fault) throws IOException {
    assertThat(faults(FILE, text.replace('¶', '\n'))).anyMatch(it -> it.startsWith(fault));
  }

  @Test
  void every_fault_of_a_directory_is_told_at_once() throws IOException {
    Files.writeString(dir.resolve("warning.sms.txt"), "{{a}} {{b}}");

    assertThat(faults(FILE, "x")).hasSize(3 + 1);
  }

  @Test
  void a_list_stands_in_no_subject() throws IOException {
    assertThat(faults("digest.txt", "Subjek: {{daftar_segera}}\n{{daftar_segera}}"))
        .singleElement()
        .asString()
        .startsWith("digest.txt:1:9: unknown placeholder");
  }

  @Test
  void a_file_that_is_too_large_or_misnamed_or_no_text_is_told() throws IOException {
    Files.writeString(dir.resolve("case_new.txt"), "Subjek: x\nx");
    Files.write(dir.resolve("overdue.txt"), new byte[] {'x', (byte) 0xff});

    List<String> faults = faults(FILE, "Subjek: x\n" + "x".repeat(Templates.BYTES_MAX));

    assertThat(faults)
        .anyMatch(it -> it.startsWith("case_new.txt: no text has this name"))
        .anyMatch(it -> it.startsWith("case-new.txt: the file is longer than 16384 bytes"))
        .anyMatch(it -> it.startsWith("overdue.txt:1:2: the file is not UTF-8 text"));
  }

  @Test
  void a_directory_that_is_missing_or_empty_is_told() {
    Problems problems = new Problems();

    Templates.read(dir.resolve("nowhere"), problems);
    Templates.read(dir, problems);

    assertThat(problems.list()).hasSize(2);
  }

  @Test
  void a_text_of_the_region_takes_the_place_of_the_shipped_one_and_no_other() throws IOException {
    Files.writeString(
        dir.resolve("case-new.sms.txt"), "Ada laporan {{ nomor }}", StandardCharsets.UTF_8);
    Problems problems = new Problems();
    Templates own = Templates.read(dir, problems);

    assertThat(problems.list()).isEmpty();
    assertThat(own.brief(Form.CASE_NEW, Map.of("nomor", "9200001")))
        .isEqualTo("Ada laporan 9200001");
    assertThat(own.mail(Form.CASE_NEW, Map.of()))
        .isEqualTo(Templates.shipped().mail(Form.CASE_NEW, Map.of()));
  }

  @Test
  @Tag("S4")
  void a_value_is_inert() {
    String evil = "a\r\nBcc: x@y.z\u2028\u202e{{tautan}}\u0000" + "z".repeat(500);

    Templates.Text text = Templates.shipped().mail(Form.CASE_NEW, Map.of("nomor", evil));

    assertThat(text.subject())
        .contains("a  Bcc: x@y.z  {{tautan}}")
        .matches("\\P{Cntrl}*")
        .hasSizeLessThanOrEqualTo(200);
    assertThat(text.body().lines()).noneMatch(line -> line.startsWith("Bcc"));
  }

  @Test
  void a_short_text_keeps_to_the_alphabet_of_short_messages() {
    String brief =
        Templates.shipped().brief(Form.CASE_NEW, Map.of("instansi", "Dinas “Ž” – 道 é [x]"));

    assertThat(brief).contains("Dinas ?Z? - ? é [x]");
    assertThat(Templates.shipped().brief(Form.CASE_NEW, Map.of("tautan", "x".repeat(200))))
        .hasSizeLessThanOrEqualTo(459);
  }
}
