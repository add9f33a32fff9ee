package id.aduan.lapor.bintan.opd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.bintan.desk.AgencyEvent;
import id.aduan.lapor.bintan.front.AgencySettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpdChangesTest {
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
  void notesStandBesideAnswersInTheSameFeed() throws Exception {
    var number = dishub.file("8123456");
    opd.desk().move(number, "Sari", OpdSystem.WORDS.accepted());
    opd.desk().note(number, "Sari", "Vendor belum dibayar.");
    opd.desk()
        .answer(number, "Sari", "Sudah \"diperbaiki\".\nTerima kasih.", OpdSystem.WORDS.done());

    var changes = dishub.getJson("/api/v2/perubahan?sejak=&batas=50").path("data");

    assertThat(texts(changes, "jenis")).containsExactly("STATUS", "CATATAN", "TANGGAPAN");
    assertThat(texts(changes, "publik")).containsExactly("true", "false", "true");
    assertThat(texts(changes, "status")).containsExactly("DITERIMA", "DITERIMA", "SELESAI");
    assertThat(changes.at("/2/isi").asText()).isEqualTo("Sudah \"diperbaiki\".\nTerima kasih.");
    assertThat(changes.at("/2/no_referensi").asText()).isEqualTo("8123456");
  }

  @Test
  void pagesFollowTheCursorPastOtherUnits() throws Exception {
    var ours = dishub.file("1");
    var theirs = new OpdCaller(opd.baseUri(), "PUPR").file("2");
    for (int i = 0; i < 5; i++) {
      opd.desk().note(ours, "Sari", "kami " + i);
      opd.desk().note(theirs, "Budi", "mereka " + i);
    }

    var read = new ArrayList<String>();
    var cursor = "";
    JsonNode page;
    do {
      page = dishub.getJson("/api/v2/perubahan?batas=2&sejak=" + cursor);
      read.addAll(texts(page.path("data"), "isi"));
      cursor = page.path("kursor").asText();
    } while (page.path("lagi").asBoolean());

    assertThat(read).containsExactly("kami 0", "kami 1", "kami 2", "kami 3", "kami 4");
    assertThat(dishub.getJson("/api/v2/perubahan?sejak=" + cursor).path("kursor").asText())
        .isEqualTo(cursor);
  }

  @Test
  void aCursorOrALimitThatWasNeverOfferedIsRefused() throws Exception {
    assertThat(dishub.get("/api/v2/perubahan?sejak=17").statusCode()).isEqualTo(400);
    assertThat(dishub.get("/api/v2/perubahan?batas=201").statusCode()).isEqualTo(400);
    assertThat(dishub.get("/api/v2/perubahan?batas=0").statusCode()).isEqualTo(400);
  }

  @Test
  void listenersLearnWhatHappenedWithoutItsText() throws Exception {
    var events = new ArrayList<AgencyEvent>();
    opd.listen(events::add);

    var number = dishub.file("8123456");
    opd.desk().answer(number, "Sari", "Rahasia dapur", OpdSystem.WORDS.done());
    dishub.post("{}");

    assertThat(events)
        .extracting(AgencyEvent::kind)
        .containsExactly(
            AgencyEvent.Kind.FILED, AgencyEvent.Kind.ANSWERED, AgencyEvent.Kind.REFUSED);
    assertThat(events.toString()).doesNotContain("dapur").contains("judul, uraian");
  }

  private static List<String> texts(JsonNode list, String field) {
    return list.findValuesAsText(field);
  }
}
