package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireSettingsTest {
  private final PortalSimulator portal = PortalSimulator.start(PortalSettings.defaults());
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @ParameterizedTest
  @CsvSource({
    "top,no,/complaint_id",
    "top,yes,/complaint_id",
    "data,no,/data/complaint_id",
    "data,yes,/data/complaint_id",
    "results,no,/results/complaint/id",
    "results,yes,/results/complaint/id"
  })
  void the_new_id_stands_in_each_envelope_that_was_seen(String place, String text, String pointer) {
    portal.wire(WireSettings.DEFAULT.with("idPlace", place).with("idText", text));

    JsonNode answer = Caller.json(create("/complaints/complaint-lmw", "\"[]\""));

    String id = portal.ledger().complaints().get(0).complaintId();
    assertThat(answer.at(pointer).isTextual()).isEqualTo(text.equals("yes"));
    assertThat(answer.at(pointer).asText()).isEqualTo(id);
    assertThat(answer).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "any,'\"[]\"',200", "any,false,200", "any,'\"[].\"',200",
    "array,'\"[]\"',200", "array,false,422", "array,'\"[].\"',422",
    "dotted,'\"[].\"',200", "dotted,false,200", "dotted,'\"[]\"',422"
  })
  void the_create_call_takes_the_renderings_that_are_set(String taken, String sent, int status) {
    portal.wire(WireSettings.DEFAULT.with("createAttachments", taken));

    assertThat(create("/complaints/complaint", sent).statusCode()).isEqualTo(status);
  }

  @Test
  void files_may_come_as_a_map_with_a_key_that_is_no_number() {
    String id =
        portal.fileComplaint(
            Samples.complaint()
                .withEvidence(
                    List.of(
                        Samples.photo(),
                        new EvidenceFile("surat.pdf", "application/pdf", new byte[] {1}))));
    portal.wire(WireSettings.DEFAULT.with("attachmentMap", "yes"));

    JsonNode files =
        caller.results("/complaints/" + id + "/complaint").path("data").path("attachments");

    assertThat(files.at("/0/file_name").asText()).isEqualTo("foto.jpg");
    assertThat(files.at("/docs/0/extension").asText()).isEqualTo("pdf");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405})
  void the_early_reply_call_does_not_work(int status) {
    String id = portal.fileComplaint(Samples.complaint());
    portal.wire(WireSettings.DEFAULT.with("putStatus", "" + status));

    HttpResponse<String> answer =
        caller.send(
            caller
                .signedRequest("/complaints/" + id + "/complaint")
                .PUT(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void categories_are_a_master_list_too() {
    JsonNode page = caller.results("/masters/categories?page_size=1000");

    assertThat(page.path("data")).hasSize(Categories.shipped().size());
    assertThat(page.path("next_page_url").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"paging,up", "list,maybe", "putStatus,200", "what,yes", "idPlace,''"})
  void a_wrong_setting_says_what_can_be_said(String name, String value) {
    assertThatThrownBy(() -> WireSettings.DEFAULT.with(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  private HttpResponse<String> create(String path, String attachments) {
    return caller.post(
        path, "{\"title\":\"Judul\",\"content\":\"Isi\",\"attachments\":" + attachments + "}");
  }
}
