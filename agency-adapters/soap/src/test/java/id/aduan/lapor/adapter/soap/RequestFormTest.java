package id.aduan.lapor.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.cxf.staxutils.StaxUtils;
import org.junit.jupiter.api.Test;

class RequestFormTest {
  private static final Shape ROOT = Shape.unknown(new QName("Kirim"));
  private static final List<String> NAMES =
      List.of("title", "category.id", "reporter.name", "agency.*");

  @Test
  void aValueIsLookedUpCutOrReplaced() {
    Map<String, SoapConfig.Value> fields = new LinkedHashMap<>();
    fields.put("jenis", SoapConfig.Value.of("='ADUAN'"));
    fields.put("judul", new SoapConfig.Value("title", 6, Map.of(), ""));
    fields.put("kode", new SoapConfig.Value("category.id", 9, Map.of("1406", "PTN-01"), "PTN-99"));
    fields.put("nama", new SoapConfig.Value("reporter.name", 60, Map.of(), "Dirahasiakan"));

    assertThat(write(fields, Map.of("title", "<b>Jalan", "category", Map.of("id", "1406"))))
        .isEqualTo(
            "<Kirim><jenis>ADUAN</jenis><judul>&lt;b>Ja…</judul><kode>PTN-01</kode>"
                + "<nama>Dirahasiakan</nama></Kirim>");
    assertThat(write(fields, Map.of("title", "x", "category", Map.of("id", "9"))))
        .contains("<judul>x</judul><kode>PTN-99</kode>");
  }

  @Test
  void the_agencys_own_words_are_values_like_others() {
    Map<String, SoapConfig.Value> fields = new LinkedHashMap<>();
    fields.put("status", SoapConfig.Value.of("agency.status"));
    fields.put("asal", new SoapConfig.Value("agency.asal_data", 20, Map.of(), "SP4N"));

    assertThat(write(fields, Map.of("agency", Map.of("status", "PROSES"))))
        .isEqualTo("<Kirim><status>PROSES</status><asal>SP4N</asal></Kirim>");
    assertThat(write(fields, Map.of())).contains("<asal>SP4N</asal>");
  }

  @Test
  void a_name_that_no_word_can_have_is_a_fault() {
    List<RequestForm.Fault> faults = new ArrayList<>();
    Map<String, SoapConfig.Value> fields = Map.of("a", SoapConfig.Value.of("agency.1 x"));

    RequestForm.of(ROOT, fields, Optional.empty(), NAMES, faults);

    assertThat(faults)
        .extracting(RequestForm.Fault::message)
        .containsExactly(
            "there is no 'agency.1 x' to send; known: title, category.id, reporter.name, agency.*");
  }

  @Test
  void addressesWithoutAPlaceGoAsAFile() {
    Map<String, SoapConfig.Value> file = new LinkedHashMap<>();
    file.put("nama", SoapConfig.Value.of("fileName"));
    file.put("isi", SoapConfig.Value.of("base64"));
    RequestForm form =
        RequestForm.of(
            ROOT,
            Map.of("lampiran", SoapConfig.Value.of("attachments")),
            Optional.of(new SoapConfig.Files(Optional.empty(), file)),
            List.of("attachments"),
            new ArrayList<>());
    Map<String, Object> view =
        Map.of(
            "attachments",
            List.of(
                Map.of("fileName", "a.jpg", "url", "https://x/a"),
                Map.of("fileName", "b.jpg", "url", "https://x/b")),
            "fullText",
            Map.of("fileName", "naskah.txt", "base64", "QQ=="));

    String links =
        Base64.getEncoder()
            .encodeToString(
                "a.jpg: https://x/a\nb.jpg: https://x/b\n".getBytes(StandardCharsets.UTF_8));
    assertThat(StaxUtils.toString(form.write(view)))
        .isEqualTo(
            "<Kirim><lampiran><nama>tautan-lampiran.txt</nama><isi>"
                + links
                + "</isi></lampiran><lampiran><nama>naskah.txt</nama><isi>QQ==</isi></lampiran>"
                + "</Kirim>");
    assertThat(StaxUtils.toString(form.write(Map.of()))).isEqualTo("<Kirim/>");
  }

  private static String write(Map<String, SoapConfig.Value> fields, Map<String, Object> view) {
    List<RequestForm.Fault> faults = new ArrayList<>();
    RequestForm form = RequestForm.of(ROOT, fields, Optional.empty(), NAMES, faults);
    assertThat(faults).isEmpty();
    return StaxUtils.toString(form.write(view));
  }
}
