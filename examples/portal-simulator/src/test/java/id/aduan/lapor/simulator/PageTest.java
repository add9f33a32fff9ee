package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.simulator.state.Status;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final String HOSTILE = "<script>alert(\"x\")</script> & 'y' {{prop}} ${z} {}";

  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults()
              .withInstitutions(PortalSettings.defaults().institutions(), 12938));
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void theFrontPageIsAFormWithTheKnownCategories() {
    HttpResponse<String> page = caller.citizen("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<html lang=\"id\">", "name=\"kronologi\"", "name=\"anonim\"", "value=\"1398\"")
        .doesNotContain("<script");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(caller.citizen("/gaya.css").body()).contains("max-width");
  }

  @Test
  void aFiledComplaintLeadsToItsTrackingIdAndTakesEveryField() {
    MultipartBody body =
        MultipartBody.of(with(Map.of("kategori", "1398", "anonim", "1")))
            .file("berkas", "foto lampu.jpg", "image/jpeg", new byte[] {1})
            .file("berkas", "", "application/octet-stream", new byte[0]);

    HttpResponse<String> answer = caller.citizen("/lapor", body);

    String location = answer.headers().firstValue("Location").orElseThrow();
    OfferedComplaint offered = portal.ledger().complaints().get(0);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location).endsWith("/lacak/" + offered.complaintId() + "?baru=1");
    NewComplaint complaint = offered.complaint();
    assertThat(complaint.content()).isEqualTo("Sudah tiga malam gelap.\nMohon diganti.");
    assertThat(complaint.categoryId()).isEqualTo(1398);
    assertThat(complaint.anonymous()).isTrue();
    assertThat(complaint.secret()).isFalse();
    assertThat(complaint.dispositionId()).isEqualTo(12938);
    assertThat(complaint.evidence()).hasSize(1);
    String page = caller.citizen(URI.create(location).getPath() + "?baru=1").body();
    assertThat(page)
        .contains("Laporan Anda diterima", "#" + offered.complaintId(), "Terverifikasi")
        .contains("/foto_lampu.jpg\">foto lampu.jpg</a>")
        .doesNotContain(Samples.REPORTER.name());
  }

  @Test
  void aFormWithMistakesComesBackWithWhatWasTypedAndFilesNothing() {
    HttpResponse<String> answer =
        caller.citizen(
            "/lapor",
            MultipartBody.of(
                with(Map.of("kronologi", "x", "tanggal", "2999-01-01", "surel", "salah"))));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("role=\"alert\"", "Kronologi paling sedikit 10 karakter", "belum terjadi")
        .contains("surel tidak benar", "value=\"Lampu jalan padam\"");
    assertThat(portal.ledger().complaints()).isEmpty();
  }

  @Test
  void exactlyThreeThousandCharactersAreTakenAndOneMoreIsNot() {
    String longest = "a".repeat(3000);

    var taken = caller.citizen("/lapor", MultipartBody.of(with(Map.of("kronologi", longest))));
    var refused =
        caller.citizen("/lapor", MultipartBody.of(with(Map.of("kronologi", longest + "a"))));

    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void hostileTextIsShownAsTextEverywhere() {
    var sent = with(Map.of("judul", HOSTILE, "kronologi", HOSTILE, "surel", "<x>"));

    String again = caller.citizen("/lapor", MultipartBody.of(sent)).body();
    sent.put("surel", "");
    caller.citizen(
        "/lapor",
        MultipartBody.of(sent).file("berkas", "<img src=x>.jpg", "text/html", new byte[] {1}));
    String id = portal.ledger().complaints().get(0).complaintId();
    caller.citizen("/lacak/" + id + "/balas", MultipartBody.of(Map.of("balasan", HOSTILE)));
    String page = caller.citizen("/lacak/" + id).body();

    assertThat(List.of(again, page))
        .allSatisfy(html -> assertThat(html).doesNotContain("<script", "<img", "<x>"))
        .allSatisfy(html -> assertThat(html).contains("&lt;script&gt;alert(&quot;x&quot;)"));
    assertThat(page).contains("&#39;y&#39; {{prop}} ${z} {}");
  }

  @Test
  void anAnswerOfTheAgencyAndAReplyShowOnThePage() {
    String id = portal.fileComplaint(Samples.complaint().withDisposition(14627));
    caller.post("/complaints/followup/add", MultipartBody.followUp(id, "Lampu sudah diganti"));

    String answered = caller.citizen("/lacak/" + id).body();
    var reply =
        caller.citizen(
            "/lacak/" + id + "/balas", MultipartBody.of(Map.of("balasan", "Terima kasih")));

    assertThat(answered)
        .contains("Ditindaklanjuti oleh Instansi", "Lampu sudah diganti")
        .contains("Dinas Perhubungan Kab. Bandung: Tindak lanjut instansi");
    assertThat(caller.results("/complaints/" + id + "/complaint").at("/data/status_name").asText())
        .isEqualTo("Dalam Proses");
    assertThat(reply.statusCode()).isEqualTo(303);
    assertThat(caller.citizen("/lacak/" + id).body())
        .contains("Ditanggapi oleh Pelapor", "Terima kasih");
  }

  @Test
  void anEmptyReplyIsRefusedInWords() {
    String id = portal.fileComplaint(Samples.complaint());

    var answer =
        caller.citizen("/lacak/" + id + "/balas", MultipartBody.of(Map.of("balasan", " ")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Balasan pelapor", "wajib diisi");
  }

  @Test
  void theReporterClosesTheComplaint() {
    String id = portal.fileComplaint(Samples.complaint());

    caller.citizen("/lacak/" + id + "/tutup", new MultipartBody());

    assertThat(portal.status(id)).contains(Status.CLOSED_BY_REPORTER);
  }

  @Test
  void aSecretComplaintShowsNeitherTextNorFiles() {
    String id =
        portal.fileComplaint(
            Samples.complaint().withVisibility(false, true).withEvidence(List.of(Samples.photo())));

    assertThat(caller.citizen("/lacak/" + id).body())
        .contains("Laporan rahasia")
        .doesNotContain("Sudah tiga malam", "Lampu jalan", "foto.jpg", "ZZPII");
  }

  @Test
  void theSearchTakesAnIdWithItsHashSign() {
    String id = portal.fileComplaint(Samples.complaint());

    assertThat(caller.citizen("/lacak?id=%23" + id).headers().firstValue("Location").orElseThrow())
        .endsWith("/lacak/" + id);
    assertThat(caller.citizen("/lacak?id=abc").statusCode()).isEqualTo(422);
    assertThat(caller.citizen("/lacak/123456").statusCode()).isEqualTo(404);
    assertThat(caller.citizen("/tidak-ada").statusCode()).isEqualTo(404);
  }

  @Test
  void aRequestBeyondEveryBoundIsRefused() {
    var body =
        MultipartBody.of(with(Map.of()))
            .file("berkas", "a.bin", "application/octet-stream", new byte[33 * 1024 * 1024]);

    assertThat(caller.citizen("/lapor", body).statusCode()).isEqualTo(413);
  }

  private static Map<String, String> with(Map<String, String> changed) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("klasifikasi", "pengaduan");
    fields.put("judul", "Lampu jalan padam");
    fields.put("kronologi", "Sudah tiga malam gelap.\r\nMohon diganti.");
    fields.put("tanggal", "2025-11-20");
    fields.put("tempat", "Kampung Bugis");
    fields.put("kategori", "");
    fields.put("nama", Samples.REPORTER.name());
    fields.put("telepon", Samples.REPORTER.phone());
    fields.put("surel", Samples.REPORTER.email());
    fields.putAll(changed);
    return fields;
  }
}
