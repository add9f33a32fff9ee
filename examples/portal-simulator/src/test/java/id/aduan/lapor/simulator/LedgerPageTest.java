package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerPageTest {
  private final PortalSimulator portal =
      PortalSimulator.start(PortalSettings.defaults().withSeed(42));
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void it_tells_what_was_offered_received_and_went_wrong() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.faults().add(Fault.of(FaultKind.STATUS).at(Place.REPLY).times(1).withChance(1));
    reply(id, "Sudah");
    reply(id, "Sudah");

    String page = caller.citizen("/buku").body();

    assertThat(page)
        .contains("Ditawarkan: <strong>1</strong>", "Diterima: <strong>1</strong>")
        .contains("Gangguan yang terjadi: <strong>1</strong>", "(seed): <strong>42</strong>")
        .contains("status status=503", "terjadi 1 dari 1", "/buku/" + id)
        .contains("name=\"viewport\"");
  }

  @Test
  void it_tells_the_story_of_one_complaint() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.assign(id, 14627);
    portal.faults().add(Fault.of(FaultKind.STATUS).at(Place.DETAIL).times(1));
    caller.get("/complaints/" + id + "/complaint");
    reply(id, "Sudah diperbaiki");

    String page = caller.citizen("/buku/" + id).body();

    assertThat(page)
        .contains("complaint_filed", "complaint_assigned", "status status=503, at detail")
        .contains("detail, HTTP 503", "follow_up_received", "Sudah diperbaiki");
  }

  @Test
  void hostile_text_is_shown_as_text() {
    String hostile = "<script>alert(1)</script>&\"'{}";
    String id = portal.fileComplaint(Samples.complaint());
    reply(id, hostile);
    portal
        .faults()
        .add(Fault.of(FaultKind.DRIFT).with("how", "value").with("value", "<script>x</script>"));

    for (String path : new String[] {"/buku", "/buku/" + id}) {
      assertThat(caller.citizen(path).body()).doesNotContain("<script");
    }
    assertThat(caller.citizen("/buku/" + id).body()).contains("&lt;script&gt;alert(1)");
  }

  @Test
  void nobody_is_named_and_secret_answers_are_not_shown() {
    String id = portal.fileComplaint(Samples.complaint().withVisibility(false, true));
    reply(id, "Jawaban rahasia");

    for (String path : new String[] {"/buku", "/buku/" + id}) {
      assertThat(caller.citizen(path).body())
          .doesNotContain("ZZPII", "tiga malam", "Jawaban rahasia", "Lampu jalan");
    }
  }

  @Test
  void the_page_stays_short_however_much_happens() {
    IntStream.range(0, 300).forEach(i -> portal.fileComplaint(Samples.complaint()));

    String page = caller.citizen("/buku").body();

    assertThat(page.split("<li>", -1)).hasSizeLessThan(310);
    assertThat(page).contains("Ditawarkan: <strong>300</strong>");
  }

  @Test
  void a_removed_complaint_keeps_its_story_and_an_unknown_one_has_none() {
    String id = portal.fileComplaint(Samples.complaint());
    portal.desk().remove(id);

    assertThat(caller.citizen("/buku/" + id).body()).contains("Sudah tidak ada di portal");
    assertThat(caller.citizen("/buku/12345").statusCode()).isEqualTo(404);
  }

  private void reply(String id, String content) {
    caller.post("/complaints/followup/add", MultipartBody.followUp(id, content));
  }
}
