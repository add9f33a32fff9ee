package id.aduan.lapor.bintan.opd;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.bintan.desk.EntryKind;
import id.aduan.lapor.bintan.front.AgencySettings;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpdOfficerPageTest {
  private final OpdSystem opd = new OpdSystem(AgencySettings.local(), OpdCaller.KEYS);
  private OpdCaller dishub;

  @BeforeEach
  void start() {
    opd.start();
    dishub = new OpdCaller(opd.baseUri(), "DISHUB");
  }

  @AfterEach
  void stop() {
    opd.close();
  }

  @Test
  void theListShowsTheTicketsOfOneUnit() throws Exception {
    var ours = dishub.file("1");
    var theirs = new OpdCaller(opd.baseUri(), "PUPR").file("2");

    assertThat(dishub.get("/petugas").body()).contains(ours, theirs);
    assertThat(dishub.get("/petugas?unit=PUPR").body()).contains(theirs).doesNotContain(ours);
  }

  @Test
  void whatPeopleWroteIsEscaped() throws Exception {
    var evil = "<script>alert('x')</script>";
    dishub.post(OpdCaller.TICKET.formatted("1").replace("Lampu lalu lintas padam", evil));
    var number = opd.ledger().tickets().get(0).number();
    opd.desk().answer(number, evil, evil, OpdSystem.WORDS.done());

    var pages = dishub.get("/petugas").body() + dishub.get(page(number)).body();

    assertThat(pages).doesNotContain("<script>").contains("&lt;script&gt;alert(&#39;x&#39;)");
    assertThat(dishub.get("/petugas?unit=" + OpdCaller.encoded(evil)).body())
        .doesNotContain("<script>");
  }

  @Test
  void anOfficerAnswersNotesAndChangesTheStatus() throws Exception {
    var number = dishub.file("1");

    act(number, "status", "", "DITERIMA");
    act(number, "catat", "Tanya PLN.", "");
    var last = act(number, "jawab", "Sudah menyala.", "SELESAI");

    assertThat(last).isEqualTo(303);
    assertThat(opd.ledger().entries())
        .extracting(Entry::kind)
        .containsExactly(EntryKind.STATUS, EntryKind.NOTE, EntryKind.ANSWER);
    assertThat(dishub.get(page(number)).body()).contains("Tanya PLN.", "Sudah menyala.", "Selesai");
  }

  @Test
  void aFormWithoutTextOrOfficerOrKnownStatusChangesNothing() throws Exception {
    var number = dishub.file("1");

    assertThat(act(number, "jawab", " ", "SELESAI")).isEqualTo(422);
    assertThat(act(number, "status", "", "SELESAI SEKALI")).isEqualTo(422);
    assertThat(act(number, "hapus", "x", "")).isEqualTo(422);
    assertThat(dishub.submit(Map.of("nomor", number, "aksi", "catat", "isi", "x")).body())
        .contains("Nama petugas wajib diisi.");
    assertThat(act("TKT/DISHUB/2026/999999", "catat", "x", "")).isEqualTo(404);
    assertThat(opd.ledger().entries()).isEmpty();
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    var request =
        HttpRequest.newBuilder(opd.baseUri().resolve("/petugas"))
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.noBody());

    assertThat(dishub.send(request).statusCode()).isEqualTo(403);
  }

  private int act(String number, String action, String text, String status) throws Exception {
    var form =
        Map.of("nomor", number, "aksi", action, "isi", text, "status", status, "petugas", "Sari");
    return dishub.submit(form).statusCode();
  }

  private static String page(String number) {
    return "/petugas?nomor=" + OpdCaller.encoded(number);
  }
}
