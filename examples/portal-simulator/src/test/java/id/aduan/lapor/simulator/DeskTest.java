package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.state.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTest {
  private final PortalSimulator portal = PortalSimulator.start(PortalSettings.defaults());
  private final Caller caller = new Caller(portal);
  private final String id = portal.fileComplaint(Samples.complaint());

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void a_removed_complaint_is_in_no_list_and_has_no_detail() {
    portal.desk().remove(id);

    assertThat(caller.get("/complaints/" + id + "/complaint").statusCode()).isEqualTo(404);
    assertThat(caller.results("/complaints").path("data")).isEmpty();
    assertThat(caller.citizen("/lacak/" + id).statusCode()).isEqualTo(404);
    assertThat(portal.ledger().entries(id))
        .extracting(LedgerEntry::what)
        .contains("complaint_removed, Belum Terverifikasi");
  }

  @Test
  void a_complaint_may_become_secret_later_as_a_change_of_its_own() {
    portal.desk().show(id, true, true);

    JsonNode data = data();
    assertThat(data.path("is_secret").asBoolean()).isTrue();
    assertThat(data.path("is_anonymous").asBoolean()).isTrue();
    assertThat(data.path("revision").asInt()).isEqualTo(2);
    assertThat(caller.citizen("/lacak/" + id).body()).doesNotContain("tiga malam gelap");
  }

  @Test
  void an_edit_changes_the_text_and_not_the_state() {
    portal.desk().edit(id, "Lampu Jalan Padam", "Sudah disunting.");

    assertThat(data().path("content").asText()).isEqualTo("Sudah disunting.");
    assertThat(portal.status(id)).contains(Status.UNVERIFIED);
  }

  @ParameterizedTest
  @CsvSource({
    "CLOSED_BY_SYSTEM,Selesai",
    "ARCHIVED_BY_SYSTEM,Diarsipkan",
    "ARCHIVED_BY_REPORTER,Diarsipkan",
    "BLOCKED,Ditolak"
  })
  void a_complaint_ends_in_the_words_of_the_interface(Status end, String word) {
    portal.desk().close(id, end, "Alasan");

    assertThat(data().path("status_name").asText()).isEqualTo(word);
  }

  @Test
  void a_complaint_is_verified_postponed_and_opened_again() {
    portal.desk().verify(id);
    assertThat(portal.status(id)).contains(Status.VERIFIED);
    portal.desk().postpone(id, "");
    assertThat(portal.status(id)).contains(Status.POSTPONED);
    portal.closeComplaint(id, Status.CLOSED_BY_ADMIN);
    portal.desk().reopen(id);
    assertThat(portal.status(id)).contains(Status.VERIFIED);
  }

  private JsonNode data() {
    return caller.results("/complaints/" + id + "/complaint").path("data");
  }
}
